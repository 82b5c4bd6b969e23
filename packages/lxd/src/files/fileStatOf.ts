import { ProtocolError } from '@x/core-errors'
import type { LxdFileStat } from './LxdFile.js'

const types = ['file', 'directory', 'symlink'] as const

/** Reads the headers that come with a file: `X-LXD-…`, or `X-Incus-…` where the server is Incus. @throws {ProtocolError} */
export function fileStatOf(headers: Headers, operation: string): LxdFileStat {
  const header = (name: string) => headers.get(`x-lxd-${name}`) ?? headers.get(`x-incus-${name}`)
  const sent = header('type')
  const type = types.find((known) => known === sent)
  if (type === undefined) {
    const text = `${operation}: the answer does not say whether it is a file or a directory: its type is ${sent}`
    throw new ProtocolError(text, { operation, path: 'X-LXD-type' })
  }
  return {
    type,
    uid: Number(header('uid') ?? 0),
    gid: Number(header('gid') ?? 0),
    mode: Number.parseInt(header('mode') ?? '0', 8),
    modified: timeOf(header('modified')),
  }
}

// `2026-11-20 23:24:25.123 +0000 UTC`, the way Go prints a time.
function timeOf(text: string | null): Date | undefined {
  const [, day, time, hours, minutes] = /^(\S+) (\S+) ([+-]\d\d)(\d\d)/.exec(text ?? '') ?? []
  if (day === undefined) return undefined
  const date = new Date(`${day}T${time?.replace(/(\.\d{3})\d+/, '$1')}${hours}:${minutes}`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
