import { type Reader, refuse } from './Reader.js'
import { toInteger } from './toInteger.js'

/**
 * A whole number; decimal text is converted. One past 2^53 arrives as a `bigint` rather than lose digits.
 *
 * @param step - What it must be a multiple of. @default 1
 */
export function integer(min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, step = 1): Reader<number> {
  const fits = (value: number | bigint) =>
    value >= min && value <= max && (typeof value === 'bigint' ? value % BigInt(step) === 0n : value % step === 0)
  return (value, issues) => {
    const whole = Number.isSafeInteger(value) ? (value as number) : toInteger(value)
    return whole !== undefined && fits(whole) ? (whole as number) : refuse(value, issues, describe(min, max, step))
  }
}

function describe(min: number, max: number, step: number): string {
  const from = Number.isFinite(min) ? ` from ${min}` : ''
  const to = Number.isFinite(max) ? ` to ${max}` : ''
  return `must be a whole number${from}${to}${step === 1 ? '' : `, a multiple of ${step}`}`
}
