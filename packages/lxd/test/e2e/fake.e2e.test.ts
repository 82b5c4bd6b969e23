import { describe, expect, test } from 'vitest'
import { startFakeTarget } from '../fake/startFakeTarget.js'
import { conversation } from '../suites/conversation.js'
import { say } from '../suites/say.js'
import { PrivateDaemon } from './PrivateDaemon.js'
import { realTarget, skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)(`the fake beside ${realTarget.name}`, () => {
  test('the same requests get the same answers, word for word', { timeout: 120_000 }, async () => {
    await using daemon = await PrivateDaemon.start()
    await using real = daemon.connect()
    const { target, close } = await startFakeTarget()
    await using fake = target.connect()
    for (const lines of Object.values(conversation)) {
      for (const line of lines) {
        const [theirs, ours] = [await say(real, line), await say(fake, line)]
        expect.soft(ours, line.join(' ')).toEqual(theirs)
      }
    }
    await close()
  })
})
