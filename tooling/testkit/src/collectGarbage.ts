import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const rounds = 5

/**
 * Collects what nobody needs any more, several times: what is released by one collection may hold what the next one
 * releases.
 *
 * @param pauseMs - Between two collections, in milliseconds; finalizers run then.
 */
export async function collectGarbage(pauseMs = 0): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    collect()
    await sleep(pauseMs)
  }
}
