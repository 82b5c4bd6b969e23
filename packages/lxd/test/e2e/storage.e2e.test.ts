import { describe } from 'vitest'
import { storageSuites } from '../suites/storageSuites.js'
import { realTarget, skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)(`storage on ${realTarget.name}`, () => {
  storageSuites(realTarget)
})
