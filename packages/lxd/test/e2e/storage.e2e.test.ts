import { describe } from 'vitest'
import { storageBackupSuite } from '../suites/storageBackups.js'
import { storageMoveSuite } from '../suites/storageMoves.js'
import { storagePoolSuite } from '../suites/storagePools.js'
import { storageProjectSuite } from '../suites/storageProjects.js'
import { storageSnapshotSuite } from '../suites/storageSnapshots.js'
import { storageVolumeSuite } from '../suites/storageVolumes.js'
import { realTarget, skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)(`storage on ${realTarget.name}`, () => {
  storagePoolSuite(realTarget)
  storageVolumeSuite(realTarget)
  storageMoveSuite(realTarget)
  storageSnapshotSuite(realTarget)
  storageBackupSuite(realTarget)
  storageProjectSuite(realTarget)
})
