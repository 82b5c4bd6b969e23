import { approximateSize } from './approximateSize.js'
import { convertSize } from './convertSize.js'
import { parseSize } from './parseSize.js'
import { type SizeUnit, sizeUnits } from './sizeUnits.js'

/**
 * Sizes with units, in exact integer arithmetic and under the names that Python programs know.
 *
 * @example
 * SizeCalc.convertRoundUp(100, 'MB', 'KiB') // 97657n
 * SizeCalc.autoConvert('10 MiB', 'KiB') // 10240n
 */
export const SizeCalc = {
  /** Size of each unit in bytes, and its number in tools of LINSTOR. */
  units: sizeUnits,
  /** Reads `10 MiB` or `10M`. @throws {ConfigurationError} for anything that is no size. */
  parseUnit: parseSize,
  /** Converts, and drops what does not make a whole. @throws {ConfigurationError} */
  convert: (size: bigint | number, from: SizeUnit, to: SizeUnit): bigint => convertSize(size, from, to, 'down'),
  /** Converts, and rounds up. @throws {ConfigurationError} */
  convertRoundUp: (size: bigint | number, from: SizeUnit, to: SizeUnit): bigint => convertSize(size, from, to, 'up'),
  /** Reads and converts, and drops what does not make a whole. @throws {ConfigurationError} */
  autoConvert: (text: string, to: SizeUnit): bigint => {
    const { value, unit } = parseSize(text)
    return convertSize(value, unit, to, 'down')
  },
  /** A size in KiB for people, see {@link approximateSize}. */
  approximateSizeString: approximateSize,
} as const
