/** A `bigint`, or decimal text of up to 40 digits, as a `number` where that holds all its digits. */
export function toInteger(value: unknown): number | bigint | undefined {
  if (typeof value !== 'bigint' && !(typeof value === 'string' && /^-?\d{1,40}$/.test(value))) return undefined
  const whole = BigInt(value)
  return BigInt.asIntN(54, whole) === whole && whole !== -(2n ** 53n) ? Number(whole) : whole
}
