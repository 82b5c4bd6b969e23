import { storageBackupSuite } from './storageBackups.js'
import { storageMoveSuite } from './storageMoves.js'
import { storagePoolSuite } from './storagePools.js'
import { storagePoolUseSuite } from './storagePoolUse.js'
import { storageProjectSuite } from './storageProjects.js'
import { storageSnapshotSuite } from './storageSnapshots.js'
import { storageVolumeChangeSuite } from './storageVolumeChanges.js'
import { storageVolumeSuite } from './storageVolumes.js'
import type { Target } from './Target.js'

/** Everything about storage. */
export function storageSuites(target: Target): void {
  storagePoolSuite(target)
  storagePoolUseSuite(target)
  storageVolumeSuite(target)
  storageVolumeChangeSuite(target)
  storageMoveSuite(target)
  storageSnapshotSuite(target)
  storageBackupSuite(target)
  storageProjectSuite(target)
}
