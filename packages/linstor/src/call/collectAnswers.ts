import type { Answers } from './Answers.js'

/** Where a call puts its answers. */
export interface AnswerLog<T> {
  push(answer: T): void
  /** Forgets everything: the call begins again. */
  reset(): void
  /** Whether somebody has been shown an answer one by one. */
  seen(): boolean
}

/**
 * Runs a call at once and makes a promise of its answers that can be iterated too.
 *
 * @param run - Makes the call, and resolves when it ended. `signal` aborts when the caller's does, or when the caller
 * left the loop.
 */
export function collectAnswers<T>(
  signal: AbortSignal | undefined,
  run: (log: AnswerLog<T>, signal: AbortSignal) => Promise<void>,
): Answers<T> {
  const answers: T[] = []
  const stop = new AbortController()
  let shown = 0
  let left = false
  let waiting: (() => void)[] = []
  let ended: { error: unknown } | true | undefined

  const wake = () => {
    const woken = waiting
    waiting = []
    for (const resolve of woken) resolve()
  }
  const onAbort = () => stop.abort(signal?.reason)
  if (signal?.aborted) onAbort()
  else signal?.addEventListener('abort', onAbort, { once: true })

  const work = async (): Promise<T[]> => {
    try {
      const log: AnswerLog<T> = {
        push: (answer) => {
          answers.push(answer)
          wake()
        },
        reset: () => void answers.splice(0),
        seen: () => shown > 0,
      }
      await run(log, stop.signal)
      ended = true
    } catch (error) {
      if (!left) ended = { error }
      if (!left) throw error
    } finally {
      signal?.removeEventListener('abort', onAbort)
      ended ??= true
      wake()
    }
    return answers
  }
  const result = work()

  async function* iterate(): AsyncGenerator<T, void, undefined> {
    result.catch(() => {}) // thrown below
    let index = 0
    try {
      for (;;) {
        while (index < answers.length) {
          shown = Math.max(shown, index + 1)
          yield answers[index++] as T
        }
        if (ended === true) return
        if (ended !== undefined) throw ended.error
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
    } finally {
      if (ended === undefined) {
        left = true
        stop.abort()
      }
    }
  }
  return Object.assign(result, { [Symbol.asyncIterator]: iterate })
}
