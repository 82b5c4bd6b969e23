import { describe } from 'vitest'
import { imageSuite } from '../suites/images.js'
import { realTarget, skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)(`images on ${realTarget.name}`, () => {
  imageSuite(realTarget)
})
