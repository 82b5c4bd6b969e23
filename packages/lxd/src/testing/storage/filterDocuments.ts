import { FakeFault } from '../protocol/FakeFault.js'

interface Clause {
  joinedBy: 'and' | 'or'
  negated: boolean
  path: string[]
  isEqual: boolean
  value: string
}

/**
 * Keeps what a `filter` lets through: `field op value [and|or …]`, where the value is a regular expression anchored at
 * both ends that ignores case.
 *
 * @throws {FakeFault} 500
 * @see LXD 5.0.2, observed
 */
export function filterDocuments<T>(entries: readonly T[], filter: string, documentOf: (entry: T) => unknown): T[] {
  if (filter.trim() === '') return [...entries]
  const clauses = parse(filter)
  return entries.filter((entry) => {
    const document = documentOf(entry)
    return clauses.reduce((so_far, clause) => {
      const matches = matchesClause(document, clause)
      return clause.joinedBy === 'and' ? so_far && matches : so_far || matches
    }, true)
  })
}

function matchesClause(document: unknown, { path, negated, isEqual, value }: Clause): boolean {
  const found = path.reduce<unknown>((at, _, index) => {
    if (typeof at !== 'object' || at === null) return undefined
    const rest = path.slice(index).join('.')
    // The keys of a configuration have dots themselves.
    return (at as Record<string, unknown>)[path[index] ?? ''] ?? (at as Record<string, unknown>)[rest] ?? at
  }, document)
  if (typeof found === 'object' || found === undefined) return false
  const pattern = patternOf(value)
  return pattern !== undefined && (pattern.test(String(found)) === isEqual) !== negated
}

// What is no regular expression matches nothing. `\x{e9}` is Go's way to write what JavaScript writes `\u{e9}`.
function patternOf(value: string): RegExp | undefined {
  const text = /[\^$]/.test(value) ? value : `^${value}$`
  try {
    return new RegExp(text.replaceAll('\\x{', '\\u{'), 'iu')
  } catch {
    return undefined
  }
}

function parse(filter: string): Clause[] {
  const words = split(filter)
  const clauses: Clause[] = []
  while (words.length > 0) {
    const joinedBy = clauses.length === 0 ? 'and' : words.shift()
    if (joinedBy !== 'and' && joinedBy !== 'or') throw invalid('invalid clause composition')
    if (words.length === 0) throw invalid('unterminated compound clause')
    const negated = words[0] === 'not' && words.shift() === 'not'
    const field = words.shift() ?? ''
    if (['and', 'or', 'not'].includes(field)) throw invalid('invalid clause composition')
    const operator = words.shift()
    const value = words.shift()
    if (operator === undefined) throw invalid('clause has no operator')
    if (value === undefined) throw invalid('clause has no value')
    // The server takes any other word for `eq`.
    clauses.push({ joinedBy, negated, path: field.split('.'), isEqual: operator !== 'ne', value })
  }
  return clauses
}

// A quote begins with a word and ends with a later one: a single word in quotes is never closed.
function split(filter: string): string[] {
  const words: string[] = []
  let quoted: string[] | undefined
  for (const word of filter.split(/\s+/).filter((one) => one !== '')) {
    if (quoted === undefined && word.startsWith('"')) quoted = [word.slice(1)]
    else if (quoted === undefined) words.push(word)
    else if (word.endsWith('"')) {
      words.push([...quoted, word.slice(0, -1)].join(' '))
      quoted = undefined
    } else quoted.push(word)
  }
  if (quoted !== undefined) throw invalid('unterminated quote')
  return words
}

const invalid = (text: string): FakeFault => new FakeFault(500, `Invalid filter: ${text}`)
