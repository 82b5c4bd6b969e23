/** Where an integer literal begins and ends, as byte offsets. */
export type Span = readonly [start: number, end: number]

/** The shortest run of digits that may not fit a `number`. */
const longest = 16

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39
const isSpace = (byte: number | undefined): boolean => byte === 0x20 || (byte !== undefined && byte >= 9 && byte <= 13)
const isWord = (byte: number | undefined): boolean => byte !== undefined && /\w/.test(String.fromCharCode(byte))
const isOneOf = (characters: string, byte: number | undefined): boolean =>
  byte !== undefined && characters.includes(String.fromCharCode(byte))

/**
 * Finds the integer literals of at least 16 digits in JSON. Looks at every 16th byte only, which no such run can slip
 * through, so that an answer without any costs next to nothing.
 */
export function findLongIntegers(bytes: Uint8Array): Span[] {
  const found: Span[] = []
  let allCertain = true
  for (let index = nextDigit(bytes, longest - 1); index !== -1; index = nextDigit(bytes, index + longest - 1)) {
    let start = index
    while (isDigit(bytes[start - 1])) start--
    while (isDigit(bytes[index])) index++
    const place = index - start < longest ? 'none' : placeOf(bytes, start, index)
    if (place === 'none') continue
    found.push([bytes[start - 1] === minus ? start - 1 : start, index])
    allCertain &&= place === 'certain'
  }
  return allCertain ? found : outsideOfStrings(bytes, found)
}

// A function of its own, small enough to be compiled at once.
function nextDigit(bytes: Uint8Array, from: number): number {
  for (let index = from; index < bytes.length; index += longest) {
    const byte = bytes[index] as number
    if (byte <= 0x39 && byte >= 0x30) return index
  }
  return -1
}

const minus = 0x2d
const quote = 0x22
const backslash = 0x5c

// What stands around the digits tells most of the time: behind `name":` there is a value, not the inside of a text.
function placeOf(bytes: Uint8Array, start: number, end: number): 'certain' | 'possible' | 'none' {
  let after = end
  while (isSpace(bytes[after])) after++
  if (after < bytes.length && !isOneOf(',]}', bytes[after])) return 'none'
  if (bytes[start] === 0x30) return 'none' // no JSON number: left for the parser to refuse
  let before = start - (bytes[start - 1] === minus ? 2 : 1)
  while (isSpace(bytes[before])) before--
  if (before >= 0 && !isOneOf(':[,', bytes[before])) return 'none'
  if (!isOneOf(':', bytes[before])) return 'possible'
  before--
  while (isSpace(bytes[before])) before--
  return bytes[before] === quote && isWord(bytes[before - 1]) ? 'certain' : 'possible'
}

function outsideOfStrings(bytes: Uint8Array, spans: readonly Span[]): Span[] {
  const outside: Span[] = []
  let opening = bytes.indexOf(quote)
  let closing = closingQuote(bytes, opening)
  for (const span of spans) {
    while (opening !== -1 && closing < span[0]) {
      opening = bytes.indexOf(quote, closing + 1)
      closing = closingQuote(bytes, opening)
    }
    if (opening === -1 || span[0] < opening) outside.push(span)
  }
  return outside
}

function closingQuote(bytes: Uint8Array, opening: number): number {
  let index = opening
  while (index !== -1) {
    index = bytes.indexOf(quote, index + 1)
    let slashes = 0
    while (index !== -1 && bytes[index - 1 - slashes] === backslash) slashes++
    if (slashes % 2 === 0) break
  }
  return index === -1 ? bytes.length : index
}
