// A string, or a whole number of 16 digits or more, which may be beyond 2^53.
const stringOrLongInteger = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b\d{16,}\b(?![.eE])/gs
const longInteger = /\d{16}/
const mark = '\u0000integer:'

/**
 * Parses JSON without losing digits: whole numbers beyond 2^53 become `bigint`, all other values are what
 * `JSON.parse` makes of them.
 *
 * @throws {SyntaxError} when the text is not JSON.
 */
export function parseJson(text: string): unknown {
  if (!longInteger.test(text)) return JSON.parse(text)
  let marked = false
  const prepared = text.replaceAll(stringOrLongInteger, (found) => {
    if (found.startsWith('"') || Number.isSafeInteger(Number(found))) return found
    marked = true
    return JSON.stringify(mark + found)
  })
  if (!marked) return JSON.parse(text)
  return JSON.parse(prepared, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
  )
}
