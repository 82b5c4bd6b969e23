/** A time in seconds since 1970 as a header has it. */
export const httpDate = (seconds: number): string => new Date(Math.floor(seconds) * 1000).toUTCString()

/** A time in seconds since 1970 as a JSON listing has it: no fraction when it is zero. */
export function isoDate(seconds: number): string {
  const whole = new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19)
  const micros = Math.round((seconds % 1) * 1_000_000)
  return `${whole}${micros === 0 ? '' : `.${String(micros).padStart(6, '0')}`}+00:00`
}
