import type { Fault } from '@x/core-errors/testing'
import { plantedStatus } from './classify.ts'
import type { Random } from './Random.ts'

/** Something that goes wrong with one HTTP request. */
export function randomFault(random: Random): Fault {
  return random.pick<() => Fault>([
    () => ({ status: plantedStatus, headers: { 'retry-after': '0' } }),
    () => ({ drop: 'before' }),
    () => ({ drop: 'after' }),
    () => ({ drop: 1 + random.below(200) }),
    () => ({ cutBody: random.below(100) }),
    () => ({ hang: true }),
    () => ({ delayMs: random.below(80) }),
    () => ({ garble: true }),
    () => ({ split: 1 + random.below(20) }),
  ])()
}
