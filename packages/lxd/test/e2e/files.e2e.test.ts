import { describe } from 'vitest'
import { fileSuite } from '../suites/files.js'
import { fileTreeSuite } from '../suites/fileTrees.js'
import { realTarget, skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)(`files of instances on ${realTarget.name}`, () => {
  describe('files', () => fileSuite(realTarget))
  describe('trees', () => fileTreeSuite(realTarget))
})
