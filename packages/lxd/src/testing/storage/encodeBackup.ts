import type { FakeFile } from '../state/FakeFile.js'
import type { FakeVolume } from '../state/FakeVolume.js'

/** What a backup of the fake begins with. It is no tar archive: only a fake can read it. */
export const backupMagic = 'fake LXD backup 1\n'

/** A volume as bytes, the same each time. */
export function encodeBackup(volume: FakeVolume, volumeOnly: boolean): Uint8Array<ArrayBuffer> {
  const { name, contentType, description, config, files } = volume
  const snapshots = volumeOnly ? [] : volume.snapshots.map((one) => ({ ...one, files: encodeFiles(one.files) }))
  const text = JSON.stringify({ name, contentType, description, config, snapshots, files: encodeFiles(files) })
  return new TextEncoder().encode(backupMagic + text)
}

const encodeFiles = (files: ReadonlyMap<string, FakeFile>) =>
  [...files].map(([path, file]) => [path, { ...file, content: Array.from(file.content) }])
