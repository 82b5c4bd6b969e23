import { afterAll, describe } from 'vitest'
import { profileSuite } from '../suites/profiles.js'
import { projectSuite } from '../suites/projects.js'
import { startFakeTarget } from './startFakeTarget.js'

const { target, close } = await startFakeTarget()
afterAll(close)

describe(`projects and profiles on ${target.name}`, () => {
  projectSuite(target)
  profileSuite(target)
})
