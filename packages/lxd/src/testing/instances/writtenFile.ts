import { FakeFault } from '../protocol/FakeFault.js'
import type { FakeFile } from '../state/FakeFile.js'

const defaultModes = { file: 0o644, directory: 0o750, symlink: 0o777 }

/**
 * The file that a request writes.
 *
 * @param before - What is there now.
 * @throws {FakeFault} 400
 */
export async function writtenFile(request: Request, before: FakeFile | undefined, now: number): Promise<FakeFile> {
  const { headers } = request
  const type = headers.get('x-lxd-type') ?? 'file'
  const write = headers.get('x-lxd-write') ?? 'overwrite'
  if (type !== 'file' && type !== 'directory' && type !== 'symlink') throw new FakeFault(400, `Bad file type: ${type}`)
  if (write !== 'overwrite' && write !== 'append') throw new FakeFault(400, `Bad file write mode: ${write}`)
  const sent = new Uint8Array(await request.arrayBuffer())
  const appends = write === 'append' && before?.type === 'file'
  return {
    type,
    uid: idOf(headers.get('x-lxd-uid')) ?? before?.uid ?? 0,
    gid: idOf(headers.get('x-lxd-gid')) ?? before?.gid ?? 0,
    mode: modeOf(headers.get('x-lxd-mode')) ?? before?.mode ?? defaultModes[type],
    modifiedAt: now,
    content: type === 'directory' ? new Uint8Array() : appends ? joined(before.content, sent) : sent,
  }
}

const idOf = (text: string | null): number | undefined =>
  text !== null && /^\d+$/.test(text) ? Number(text) : undefined

// Octal with a zero at its beginning, else decimal; what is neither is ignored. LXD 5.0.2, observed.
function modeOf(text: string | null): number | undefined {
  if (text === null || !/^\d+$/.test(text)) return undefined
  return Number.parseInt(text, text.startsWith('0') ? 8 : 10) & 0o777
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(one.length + other.length)
  all.set(one)
  all.set(other, one.length)
  return all
}
