/** A header as a whole number of any size; `undefined` when it is missing or no such number. */
export function headerBigint(text: string | undefined): bigint | undefined {
  return text !== undefined && /^\d+$/.test(text) ? BigInt(text) : undefined
}
