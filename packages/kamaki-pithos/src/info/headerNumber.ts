/** A header as a whole number; `undefined` when it is missing or no such number. */
export function headerNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
}
