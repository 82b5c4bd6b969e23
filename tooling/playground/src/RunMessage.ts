import type { ServiceName } from './Playground.ts'

/** Ways in which the fake misbehaves while a program runs. */
export type FaultName = 'bytes' | 'drop' | 'none' | 'refuse' | 'slow'

/** What the page asks a worker to run. */
export interface RunRequest {
  service: ServiceName
  fault: FaultName
  /** TypeScript, as the reader left it. */
  code: string
  /** Absolute addresses by what programs import. */
  modules: Record<string, string>
}

/** One exchange of a client with the fake. */
export interface Exchange {
  /** Number within the run. */
  id: number
  method: string
  /** Path and query. */
  target: string
  /** `undefined` when there was no answer. */
  status: number | undefined
  durationMs: number
  sent: string
  received: string
}

/** What a worker tells while a program runs. */
export type RunEvent =
  | { kind: 'output'; level: 'error' | 'info'; text: string }
  | { kind: 'exchange'; exchange: Exchange }
  | { kind: 'end'; exitCode: number; durationMs: number }
