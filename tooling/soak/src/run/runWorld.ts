import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../Random.ts'
import type { World } from '../World.ts'
import { createAttempt, type Tally } from './createAttempt.ts'

/** What came of a world. */
export interface WorldResult {
  tally: Tally
  /** How often something was made to go wrong. */
  faults: number
  /** How often everything was compared while nothing was under way. */
  rounds: number
  problems: string[]
}

const workers = 4
const turnsPerRound = 25
const faultShare = 0.3
/** What was given up by a client may go on in the server for a moment, in milliseconds. */
const lingerMs = 300

/**
 * Works on a world in rounds until `end`: several workers at a time, each on things of its own, while calls go wrong; then
 * a comparison of everything in quiet. Ends early at the first problem.
 *
 * @param end - In milliseconds, as `performance.now()` counts.
 */
export async function runWorld(world: World, random: Random, end: number): Promise<WorldResult> {
  const tally: Tally = { done: 0, refused: 0, 'not done': 0, unknown: 0, aborted: 0 }
  const result: WorldResult = { tally, faults: 0, rounds: 0, problems: [] }
  const hands = Array.from({ length: workers }, (_, index) => ({
    random: random.fork(),
    subjects: world.subjects.filter((_subject, at) => at % workers === index),
  }))

  async function work({ random: own, subjects }: (typeof hands)[number]): Promise<void> {
    const attempt = createAttempt(own, tally)
    for (let turn = 0; turn < turnsPerRound && performance.now() < end; turn++) {
      const certain = subjects.filter((subject) => subject.isKnown)
      if (certain.length === 0) return
      if (own.chance(faultShare)) {
        world.fail(own)
        result.faults++
      }
      await own.pick(certain).act(attempt, own)
    }
  }

  while (performance.now() < end && result.problems.length === 0) {
    const worked = await Promise.allSettled(hands.map(work))
    world.calm()
    await sleep(lingerMs)
    const settled = await Promise.allSettled(world.subjects.map((subject) => subject.settle()))
    for (const each of [...worked, ...settled])
      if (each.status === 'rejected') result.problems.push(textOf(each.reason))
    if (result.problems.length === 0) result.problems.push(...((await world.check?.()) ?? []))
    world.forget()
    result.rounds++
  }
  return result
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${textOf(error.cause)}`
}
