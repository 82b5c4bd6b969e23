/** A header as a date; `undefined` when it is missing or no date. */
export function headerDate(text: string | undefined): Date | undefined {
  const date = new Date(text ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? undefined : date
}
