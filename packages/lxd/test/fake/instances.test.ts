import { afterAll, describe } from 'vitest'
import { fileSuite } from '../suites/files.js'
import { fileTreeSuite } from '../suites/fileTrees.js'
import { instancePartSuite } from '../suites/instanceParts.js'
import { instanceSuite } from '../suites/instances.js'
import { startFakeTarget } from './startFakeTarget.js'

const { target, close } = await startFakeTarget()
afterAll(close)

describe(`instances on ${target.name}`, () => {
  instanceSuite(target)
  instancePartSuite(target)
  describe('files', () => fileSuite(target))
  describe('trees', () => fileTreeSuite(target))
})
