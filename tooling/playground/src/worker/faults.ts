import type { Fault } from '@x/core-errors/testing'
import type { FaultName } from '../RunMessage.ts'

/** What each choice of the page does to the requests of a program. */
export const faults: Readonly<Record<FaultName, Fault | undefined>> = {
  none: undefined,
  refuse: { status: 503 },
  drop: { drop: 'after' },
  slow: { delayMs: 300, times: 1_000 },
  bytes: { split: 1, times: 1_000 },
}
