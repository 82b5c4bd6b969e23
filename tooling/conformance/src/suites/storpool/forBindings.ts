/** Arguments that the bindings can't send, and what they can send in place of them. */
const instead: Readonly<Record<string, string>> = {
  // They put arguments of the path in as they are, and a slash makes it another path.
  'key/1': 'key-1',
  // Their type of `mcMode` accepts `export` alone.
  move: 'export',
}

/** Replaces what the bindings 7.3.0 can't send, at any depth. */
export function forBindings(parameters: Record<string, unknown>): Record<string, unknown> {
  return replace(parameters) as Record<string, unknown>
}

function replace(value: unknown): unknown {
  if (typeof value === 'string') return instead[value] ?? value
  if (Array.isArray(value)) return value.map(replace)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [instead[key] ?? key, replace(member)]))
}
