import type { DiskSummary } from './schemas/DiskSummary.js'
import type { DiskTarget } from './schemas/DiskTarget.js'
import type { UpDiskSummary } from './schemas/UpDiskSummary.js'
import type { UpDiskTarget } from './schemas/UpDiskTarget.js'

/**
 * Tells whether a disk is up: its `generationLeft` is -1 then, else the last generation in which it was.
 *
 * @example
 * for (const disk of Object.values(await disksList(client))) if (isUpDisk(disk)) console.log(disk.device)
 */
export function isUpDisk(disk: DiskSummary): disk is UpDiskSummary
export function isUpDisk(disk: DiskTarget): disk is UpDiskTarget
export function isUpDisk(disk: DiskSummary | DiskTarget): boolean {
  return disk.generationLeft === -1n
}
