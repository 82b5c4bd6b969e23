import { afterAll, describe } from 'vitest'
import { changeSuite } from '../suites/changes.js'
import { startFakeTarget } from './startFakeTarget.js'

const { target, close } = await startFakeTarget()
afterAll(close)

describe(`changes on ${target.name}`, () => {
  changeSuite(target)
})
