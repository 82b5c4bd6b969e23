import { setTimeout as sleep } from 'node:timers/promises'
import { type CallOptions, isClientError } from '@x/core-errors'
import type { Outcome } from './Outcome.ts'
import type { Random } from './Random.ts'
import type { Attempt } from './run/Attempt.ts'

/** Something that can be done to a thing on a server. */
export interface Step<State> {
  name: string
  /** The state that it leads to; `undefined` when the server has to refuse it. */
  after: State | undefined
  /** States that it may stop at halfway. */
  between?: readonly State[] | undefined
  /** See `classify`. @default 'one' */
  steps?: 'one' | 'several' | undefined
  run(options: CallOptions): Promise<unknown>
}

/** A kind of thing, and how to work on it. */
export interface SubjectDefinition<State> {
  /** The thing's name on the server. */
  name: string
  /** The state at first. */
  initial: State
  /** What to do next in a state. */
  step(state: State, random: Random): Step<State>
  /** The state on the server. A thing that is not there is a state, too. */
  read(options: CallOptions): Promise<State>
}

/** A thing on a server of which is known what it should be like. */
export interface Subject {
  readonly name: string
  /** Whether its state is known. After a call that was lost it is not, until {@link Subject.settle}. */
  readonly isKnown: boolean
  /** Does something to it, or looks at it, and compares. */
  act(attempt: Attempt, random: Random): Promise<void>
  /** Looks at it while nothing is under way. @throws {Error} when its state is none that it may have. */
  settle(): Promise<void>
}

/** How often a thing is looked at rather than changed. */
const readShare = 0.25
const mostQuietReads = 5
const pauseMs = 100
/** Calls that are told when something is wrong. */
const remembered = 12
/** How often something else is looked for when the server would have to refuse. */
const repickShare = 0.8

/** Keeps the states that a thing may have: one after a call that succeeded or was refused, more after one that was lost. */
export function createSubject<State>({ name, initial, step, read }: SubjectDefinition<State>): Subject {
  let candidates: readonly State[] = [initial]
  // A call that was given up may still be carried out, after others: then nobody could say what becomes of it.
  let isQuiet = true
  const history: string[] = []
  const known = () => candidates[0] as State
  const include = (state: State) => candidates.some((each) => textOf(each) === textOf(state))

  async function look(attempt: Attempt): Promise<void> {
    const { outcome, answer, error } = await attempt(`${name}: read`, { steps: 'several', run: read })
    note('read', outcome, error)
    if (outcome === 'done' && !include(answer as State)) throw wrong(answer as State)
    if (outcome === 'refused') throw problem('a look at it was refused', error)
  }

  function note(what: string, outcome: Outcome, error: unknown): void {
    history.push(error === undefined ? `${what}: ${outcome}` : `${what}: ${outcome}, ${error}`)
    if (history.length > remembered) history.shift()
  }

  const problem = (text: string, cause?: unknown) =>
    new Error(`${name}: ${text}\n  before: ${history.join('\n          ')}`, { cause })

  const wrong = (state: State) => problem(`it is ${textOf(state)} and should be ${candidates.map(textOf).join(' or ')}`)

  return {
    name,
    get isKnown() {
      return isQuiet
    },
    async act(attempt, random) {
      if (random.chance(readShare)) return look(attempt)
      const before = known()
      let next = step(before, random)
      if (next.after === undefined && random.chance(repickShare)) next = step(before, random)
      const { name: what, after, between = [], steps = 'one', run } = next
      const { outcome, error } = await attempt(`${name}: ${what}`, { steps, run })
      note(what, outcome, error)
      if (outcome === 'done') {
        if (after === undefined) throw problem(`${what} succeeded, and it was ${textOf(before)}`)
        candidates = [after]
      } else if (outcome === 'refused') {
        if (after !== undefined) throw problem(`${what} was refused, and it was ${textOf(before)}`, error)
      } else if (outcome === 'unknown') {
        isQuiet = false
        if (after !== undefined) candidates = [before, ...between, after]
      }
    },
    async settle() {
      const state = await readInQuiet(read)
      note(`quiet, ${textOf(state)}`, 'done', undefined)
      if (!include(state)) throw wrong(state)
      candidates = [state]
      isQuiet = true
    },
  }
}

// An answer that was damaged before may still be under way on the connection that all share.
async function readInQuiet<State>(read: (options: CallOptions) => Promise<State>): Promise<State> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read({})
    } catch (error) {
      if (!isClientError(error) || attempt === mostQuietReads) throw error
      await sleep(pauseMs)
    }
  }
}

const textOf = (state: unknown): string => JSON.stringify(state)
