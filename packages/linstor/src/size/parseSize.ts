import { ConfigurationError } from '@x/core-errors'
import type { SizeUnit } from './sizeUnits.js'

// What may stand behind a number, in small letters. Larger units exist to convert to.
const spellings: Readonly<Record<string, SizeUnit>> = {
  '': 'B',
  b: 'B',
  k: 'KiB',
  kb: 'kB',
  kib: 'KiB',
  m: 'MiB',
  mb: 'MB',
  mib: 'MiB',
  g: 'GiB',
  gb: 'GB',
  gib: 'GiB',
  t: 'TiB',
  tb: 'TB',
  tib: 'TiB',
  p: 'PiB',
  pb: 'PB',
  pib: 'PiB',
}

/** A number with its unit. */
export interface ParsedSize {
  value: bigint
  unit: SizeUnit
}

/**
 * Reads a size such as `10 MiB`, `10M` (which is the same) or `100MB` (which is less). Without a unit it is bytes. There
 * are no decimals and no signs, and nothing may stand before the number or behind the unit.
 *
 * @throws {ConfigurationError} for anything else.
 */
export function parseSize(text: string): ParsedSize {
  const [, digits, name = ''] = /^(\d+)\s*(\D*)$/.exec(text) ?? []
  const unit = spellings[name.toLowerCase()]
  if (digits !== undefined && unit !== undefined && Object.hasOwn(spellings, name.toLowerCase())) {
    return { value: BigInt(digits), unit }
  }
  const problem =
    digits === undefined ? 'is no whole number with a unit' : `has the unknown unit ${JSON.stringify(name)}`
  throw new ConfigurationError(`size ${JSON.stringify(text)} ${problem}`, { path: 'size' })
}
