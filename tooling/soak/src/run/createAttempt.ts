import { classify } from '../classify.ts'
import type { Outcome } from '../Outcome.ts'
import type { Random } from '../Random.ts'
import type { Attempt } from './Attempt.ts'

/** How many calls ended how. */
export type Tally = Record<Outcome | 'aborted', number>

/** Bound of one attempt of a call, in milliseconds; clients make up to three. */
const timeoutMs = 300
/** When a call that has not ended never will, in milliseconds. */
const patienceMs = 30_000
const abortShare = 0.05
const latestAbortMs = 40

/** Makes calls and counts how they end. */
export function createAttempt(random: Random, tally: Tally): Attempt {
  return async (name, { steps, run }) => {
    const controller = new AbortController()
    const reason = new Error('enough')
    const aborting = random.chance(abortShare)
      ? setTimeout(() => controller.abort(reason), random.below(latestAbortMs))
      : undefined
    let watch: NodeJS.Timeout | undefined
    const never = new Promise<never>((_, reject) => {
      const error = new Error(`${name} has not ended after ${patienceMs / 1_000} s`)
      watch = setTimeout(() => reject(error), patienceMs)
    })
    const call = (async () => {
      try {
        return { outcome: 'done' as const, answer: await run({ signal: controller.signal, timeoutMs }) }
      } catch (error) {
        if (error === reason) return { outcome: 'unknown' as const, error, aborted: true }
        const outcome = classify(error, steps)
        if (outcome === undefined) throw new Error(`${name} ended with an error that is none of ours`, { cause: error })
        return { outcome, error }
      }
    })()
    try {
      const ended = await Promise.race([call, never])
      tally['aborted' in ended ? 'aborted' : ended.outcome]++
      return ended
    } finally {
      clearTimeout(aborting)
      clearTimeout(watch)
    }
  }
}
