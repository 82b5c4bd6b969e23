// 2^53 has 16 digits: a text without that many in a row holds no number that `JSON.parse` could spoil.
const manyDigits = /\d{16}/
const wholeNumber = /^-?\d+$/

type Reviver = (this: unknown, key: string, value: unknown, context?: { source?: string }) => unknown

const keepDigits: Reviver = (_key, value, context) => {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  const source = context?.source
  return source !== undefined && wholeNumber.test(source) ? BigInt(source) : value
}

/** Parses JSON without losing digits: a whole number beyond 2^53 - 1 becomes a `bigint`. @throws {SyntaxError} */
export function parseJson(text: string): unknown {
  return manyDigits.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)
}
