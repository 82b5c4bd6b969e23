import { headerKey } from '../server/headerKey.js'

const comparisons: Record<string, (value: string, other: string) => boolean> = {
  '=': (value, other) => value === other,
  '!=': (value, other) => value !== other,
  '<': (value, other) => value < other,
  '<=': (value, other) => value <= other,
  '>': (value, other) => value > other,
  '>=': (value, other) => value >= other,
}

/** Reads the `meta` filters of a listing: a predicate on the metadata, all terms joined by and. */
export function matchesFilters(text: string): (meta: ReadonlyMap<string, string>) => boolean {
  const terms = text.split(',').flatMap((term) => {
    const [, not, key, operator, value = ''] =
      /^(!?)\s*([\p{L}\p{N}_-]+)\s*(!=|<=|>=|=|<|>)?\s*(.*)$/u.exec(term.trim()) ?? []
    if (key === undefined) return []
    const name = headerKey(`X-Object-Meta-${key}`)
    const compare = operator === undefined ? undefined : comparisons[operator]
    return [
      (meta: ReadonlyMap<string, string>) => {
        const found = meta.get(name)
        if (not === '!') return found === undefined
        return found !== undefined && (compare === undefined || compare(found, value))
      },
    ]
  })
  return (meta) => terms.every((term) => term(meta))
}
