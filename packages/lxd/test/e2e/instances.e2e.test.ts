import { describe } from 'vitest'
import { instanceBackupSuite } from '../suites/instanceBackups.js'
import { instancePartSuite } from '../suites/instanceParts.js'
import { instanceSuite } from '../suites/instances.js'
import { realTarget, skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)(`instances on ${realTarget.name}`, () => {
  instanceSuite(realTarget)
  instancePartSuite(realTarget)
  instanceBackupSuite(realTarget)
})
