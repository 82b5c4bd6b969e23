import { afterAll, describe } from 'vitest'
import { consoleSuite } from '../suites/console.js'
import { execSuite } from '../suites/exec.js'
import { hostProgram } from './hostProgram.js'
import { startFakeTarget } from './startFakeTarget.js'

const { target, close } = await startFakeTarget({ exec: hostProgram })
afterAll(close)

describe.skipIf(process.platform !== 'linux')(`commands and consoles on ${target.name}`, () => {
  execSuite(target)
  consoleSuite(target)
})
