import { type Reader, refuse } from './Reader.js'
import { toInteger } from './toInteger.js'

/** A whole number of 64 bits, always as a `bigint`; numbers and decimal text are converted. */
export function wideInteger(min?: bigint, max?: bigint): Reader<bigint> {
  const bounds = min === undefined ? '' : ` from ${min} to ${max}`
  return (value, issues) => {
    const whole = Number.isSafeInteger(value) ? (value as number) : toInteger(value)
    if (whole !== undefined && (min === undefined || (whole >= min && whole <= (max ?? min)))) return BigInt(whole)
    return refuse(value, issues, `must be a whole number${bounds}`)
  }
}
