import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes in use on the heap, without what nobody needs any more. */
export async function heapUsed(): Promise<number> {
  // What is released by the first collection may hold what the next one releases.
  for (let round = 0; round < 4; round++) {
    collect()
    await sleep(20)
  }
  return process.memoryUsage().heapUsed
}
