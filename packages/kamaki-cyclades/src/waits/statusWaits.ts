import type { HttpCallOptions } from '@x/core-errors'
import type { SynnefoSession } from '@x/kamaki-astakos'
import type { WaitParameters } from './WaitParameters.js'
import { type WaitSubject, waitFor } from './waitFor.js'

/** A kind of thing whose status is waited for. */
export interface StatusSubject<T>
  extends Pick<WaitSubject<T>, 'operation' | 'subject' | 'look' | 'statusOf' | 'failures'> {
  readonly session: SynnefoSession
  /** Statuses of something that is gone, in lower case. */
  readonly gone: readonly string[]
  /** Whether nothing is under way that will change the status. @default always */
  readonly isIdle?: ((details: T) => boolean) | undefined
  /** What stands for something that was never seen before it was gone. */
  readonly placeholder: (status: string) => T
}

/** Waits until something has a status. Statuses are compared in any case: snapshots write them in capitals, volumes not. */
export function waitUntil<T>(
  subject: StatusSubject<T>,
  status: string,
  parameters: WaitParameters<T>,
  options: HttpCallOptions,
): Promise<T> {
  const { statusOf, isIdle = () => true, gone, failures, placeholder } = subject
  const target = status.toLowerCase()
  return waitFor(
    {
      ...subject,
      wanted: `to be ${status}`,
      isDone: (details) => statusOf(details).toLowerCase() === target && isIdle(details),
      failures: [...failures, ...gone].filter((failure) => failure !== target),
      whenGone: gone.includes(target) ? (last) => last ?? placeholder(status) : undefined,
    },
    parameters,
    options,
  )
}

/** Waits until something no longer has a status. */
export function waitWhile<T>(
  subject: StatusSubject<T>,
  status: string,
  parameters: WaitParameters<T>,
  options: HttpCallOptions,
): Promise<T> {
  const { statusOf, gone, failures, placeholder } = subject
  const current = status.toLowerCase()
  const ends = [...failures, ...gone].filter((failure) => failure !== current)
  const { failFast = true } = parameters
  return waitFor(
    {
      ...subject,
      wanted: `to leave ${status}`,
      isDone: (details) => {
        const now = statusOf(details).toLowerCase()
        return now !== current && !(failFast && ends.includes(now))
      },
      failures: ends,
      // What was being deleted has left that state when it is gone.
      whenGone: current === 'deleting' ? (last) => last ?? placeholder('deleted') : undefined,
    },
    parameters,
    options,
  )
}
