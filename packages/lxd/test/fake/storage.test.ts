import { afterAll, describe } from 'vitest'
import { storageBackupSuite } from '../suites/storageBackups.js'
import { storageMoveSuite } from '../suites/storageMoves.js'
import { storagePoolSuite } from '../suites/storagePools.js'
import { storageProjectSuite } from '../suites/storageProjects.js'
import { storageSnapshotSuite } from '../suites/storageSnapshots.js'
import { storageVolumeSuite } from '../suites/storageVolumes.js'
import { startFakeTarget } from './startFakeTarget.js'

const { target, close } = await startFakeTarget()
afterAll(close)

describe(`storage on ${target.name}`, () => {
  storagePoolSuite(target)
  storageVolumeSuite(target)
  storageMoveSuite(target)
  storageSnapshotSuite(target)
  storageBackupSuite(target)
  storageProjectSuite(target)
})
