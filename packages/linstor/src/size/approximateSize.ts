import { convertSize } from './convertSize.js'
import type { SizeUnit } from './sizeUnits.js'

const shown = ['PiB', 'TiB', 'GiB', 'MiB', 'KiB'] as const

/**
 * A size for people: the largest unit of which there is one, with two decimals where it does not come out even.
 *
 * @param kib - Size in KiB.
 * @param locales - Groups the digits as people there do. @default no grouping, and a point before the decimals
 * @example
 * approximateSize(10_240) // '10 MiB'
 * approximateSize(1_572_864) // '1.50 GiB'
 */
export function approximateSize(kib: bigint | number, locales?: Intl.LocalesArgument): string {
  const bytes = convertSize(kib, 'KiB', 'B')
  const unit = shown.find((name) => bytes >= bytesOf(name)) ?? 'KiB'
  const size = bytesOf(unit)
  if (bytes % size === 0n)
    return `${locales === undefined ? bytes / size : (bytes / size).toLocaleString(locales)} ${unit}`
  const hundredths = (bytes * 100n + size / 2n) / size
  const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
  if (locales === undefined) return `${text} ${unit}`
  const format = new Intl.NumberFormat(locales, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  // Texts keep their digits where numbers would not.
  return `${format.format(text as Intl.StringNumericLiteral)} ${unit}`
}

const bytesOf = (unit: SizeUnit): bigint => convertSize(1n, unit, 'B')
