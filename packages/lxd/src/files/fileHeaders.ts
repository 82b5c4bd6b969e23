import { ConfigurationError } from '@x/core-errors'
import type { FileOwner } from './writeInstanceFile.js'

/**
 * Owner and mode the way servers take them: four octal digits with a leading zero. LXD reads digits without one as decimal,
 * and ignores what it can't read, so that everything is checked here.
 *
 * @throws {ConfigurationError}
 */
export function fileHeaders({ uid, gid, mode }: FileOwner): {
  uid: number | undefined
  gid: number | undefined
  mode: string | undefined
} {
  for (const [name, value] of Object.entries({ uid, gid })) {
    if (value === undefined || (Number.isInteger(value) && value >= 0)) continue
    throw wrong(name, `a whole number, not ${value}`)
  }
  return { uid, gid, mode: mode === undefined ? undefined : digitsOf(mode) }
}

function digitsOf(mode: number | string): string {
  const digits = typeof mode === 'number' ? mode.toString(8) : mode.replace(/^0o?/, '')
  if (/^[0-7]{1,4}$/.test(digits)) return `0${digits.padStart(3, '0')}`
  throw wrong('mode', `permissions like 0o644 or '0644', not ${mode}`)
}

const wrong = (name: string, text: string): ConfigurationError =>
  new ConfigurationError(`${name} must be ${text}`, { operation: 'instanceFilesPost', path: `parameters.${name}` })
