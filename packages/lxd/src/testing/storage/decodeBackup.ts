import { FakeFault } from '../protocol/FakeFault.js'
import type { FakeFile } from '../state/FakeFile.js'
import type { FakeVolume, FakeVolumeSnapshot } from '../state/FakeVolume.js'
import { backupMagic } from './encodeBackup.js'

type EncodedFiles = [string, Omit<FakeFile, 'content'> & { content: number[] }][]

interface EncodedBackup extends Pick<FakeVolume, 'name' | 'contentType' | 'description' | 'config'> {
  snapshots: (Omit<FakeVolumeSnapshot, 'files'> & { files: EncodedFiles })[]
  files: EncodedFiles
}

/** The volume in the bytes of a backup. @throws {FakeFault} 500 */
export function decodeBackup(bytes: Uint8Array): Omit<FakeVolume, 'project'> {
  if (bytes.length === 0) throw new FakeFault(500, 'EOF')
  const text = new TextDecoder().decode(bytes)
  if (!text.startsWith(backupMagic)) throw new FakeFault(500, 'Unsupported compression')
  const { snapshots, files, ...volume } = JSON.parse(text.slice(backupMagic.length)) as EncodedBackup
  return {
    ...volume,
    type: 'custom',
    backups: [],
    snapshots: snapshots.map((one) => ({ ...one, expiresAt: one.expiresAt, files: decodeFiles(one.files) })),
    files: decodeFiles(files),
  }
}

const decodeFiles = (files: EncodedFiles): Map<string, FakeFile> =>
  new Map(files.map(([path, file]) => [path, { ...file, content: Uint8Array.from(file.content) }]))
