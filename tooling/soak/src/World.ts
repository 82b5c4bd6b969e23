import type { Random } from './Random.ts'
import type { Subject } from './Subject.ts'

/** A fake server, a client of it, and what is done to it. */
export interface World extends AsyncDisposable {
  /** Also the name on the command line. */
  readonly name: string
  /** What is worked on. No two of them touch the same thing on the server. */
  readonly subjects: readonly Subject[]
  /** Lets something go wrong with one of the next calls. */
  fail(random: Random): void
  /** From now on nothing goes wrong. */
  calm(): void
  /** What must hold of all subjects together while nothing is under way. @returns What does not hold. */
  check?(): Promise<string[]>
  /** Frees what the fake keeps about requests that are over. */
  forget(): void
}

/** Starts a world. */
export type StartWorld = () => Promise<World>
