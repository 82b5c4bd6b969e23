import { ConfigurationError } from '@x/core-errors'
import type { PersonalityFile } from '../PersonalityFile.js'
import { base64 } from './base64.js'

/** The files of a new server as they are sent. @throws {ConfigurationError} with the path to what can't be used. */
export function personalityBody(files: readonly PersonalityFile[] = []): object[] {
  if (!Array.isArray(files)) throw new ConfigurationError('personality must be an array', { path: 'personality' })
  return files.map((file: PersonalityFile, index) => {
    const at = `personality[${index}]`
    if (typeof file.path !== 'string' || file.path === '') {
      throw new ConfigurationError(`${at} has no path`, { path: `${at}.path` })
    }
    const { path, owner, group, mode } = file
    return { path, contents: contentsOf(file, at), owner, group, mode: modeOf(mode, at) }
  })
}

function contentsOf(file: PersonalityFile, at: string): string {
  if ('data' in file && (typeof file.data === 'string' || file.data instanceof Uint8Array)) return base64(file.data)
  if ('contents' in file && typeof file.contents === 'string') return file.contents
  throw new ConfigurationError(`${at} has neither data (text or bytes) nor contents (base64)`, { path: `${at}.data` })
}

function modeOf(mode: number | string | undefined, at: string): number | undefined {
  if (mode === undefined) return undefined
  const number =
    typeof mode === 'string' && /^(?:0o)?[0-7]{1,4}$/.test(mode) ? Number.parseInt(mode.replace('0o', ''), 8) : mode
  if (Number.isInteger(number) && Number(number) >= 0 && Number(number) <= 0o7777) return Number(number)
  throw new ConfigurationError(`${at}.mode must be permissions such as 0o600 or '0600', not «${mode}»`, {
    path: `${at}.mode`,
  })
}
