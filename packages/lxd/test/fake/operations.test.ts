import { afterAll, describe } from 'vitest'
import { eventSuite } from '../suites/events.js'
import { operationSuite } from '../suites/operations.js'
import { startFakeTarget } from './startFakeTarget.js'

const { target, close } = await startFakeTarget()
afterAll(close)

describe(`operations and events on ${target.name}`, () => {
  operationSuite(target)
  eventSuite(target)
})
