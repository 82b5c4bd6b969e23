import { ConfigurationError } from '@x/core-errors'
import { type SizeUnit, sizeUnits } from './sizeUnits.js'

/**
 * Converts a size exactly.
 *
 * @param size - A whole number; a `number` above 2^53 has lost digits and is refused.
 * @param rounding - Where what does not fit goes.
 * @throws {ConfigurationError} for a size that is no whole number of at least 0, or an unknown unit.
 */
export function convertSize(
  size: bigint | number,
  from: SizeUnit,
  to: SizeUnit,
  rounding: 'down' | 'up' = 'down',
): bigint {
  const [source, target] = [sizeUnits.get(from)?.bytes, sizeUnits.get(to)?.bytes]
  if (source === undefined || target === undefined) {
    throw new ConfigurationError(`there is no unit ${JSON.stringify(source === undefined ? from : to)}`, {
      path: 'unit',
    })
  }
  if (!(typeof size === 'bigint' || Number.isSafeInteger(size)) || size < 0) {
    throw new ConfigurationError('size must be a whole number of at least 0 that has lost no digits', { path: 'size' })
  }
  const bytes = BigInt(size) * source
  return rounding === 'up' ? (bytes + target - 1n) / target : bytes / target
}
