import { ConfigurationError } from '@x/core-errors'

/**
 * A return code as the unsigned 64-bit number that it is on the wire. Tools that print it as JSON show it signed.
 *
 * @throws {ConfigurationError} when the number has more than 64 bits.
 */
export function toUnsigned(code: bigint): bigint {
  const unsigned = BigInt.asUintN(64, code)
  if (unsigned !== code && BigInt.asIntN(64, code) !== code) {
    throw new ConfigurationError(`return code ${code} has more than 64 bits`, { path: 'code' })
  }
  return unsigned
}
