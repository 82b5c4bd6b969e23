/** Headers as Node and undici give them, with several values of one name in a list, in the standard form. */
export function toHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const result = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    for (const item of Array.isArray(value) ? value : [value ?? '']) result.append(name, item)
  }
  return result
}
