import { describe } from 'vitest'
import { changeSuite } from '../suites/changes.js'
import { realTarget, skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)(`changes on ${realTarget.name}`, () => {
  changeSuite(realTarget)
})
