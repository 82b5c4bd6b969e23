import { afterAll, describe } from 'vitest'
import { storageSuites } from '../suites/storageSuites.js'
import { startFakeTarget } from './startFakeTarget.js'

const { target, close } = await startFakeTarget()
afterAll(close)

describe(`storage on ${target.name}`, () => {
  storageSuites(target)
})
