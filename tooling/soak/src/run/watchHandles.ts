import { setTimeout as sleep } from 'node:timers/promises'
import { leakedHandles, openHandles } from '@x-tooling/testkit'

/** How long sockets may take to close, in milliseconds. */
const closingMs = 10_000
const lookAgainMs = 20

// Unix sockets look like the pipes to the parent process, which leak checks of tests leave out. Here those are counted.
const pipes = () => process.getActiveResourcesInfo().filter((name) => name === 'PipeWrap').length

/** Notes what is open now. @returns What names the things that are open later and were not before, once they had time to close. */
export function watchHandles(): () => Promise<string[]> {
  const before = openHandles()
  const pipesBefore = pipes()
  return async () => {
    const end = performance.now() + closingMs
    const leaked = await leakedHandles(before, { withinMs: closingMs })
    while (pipes() > pipesBefore && performance.now() < end) await sleep(lookAgainMs)
    return [...leaked, ...Array.from({ length: Math.max(0, pipes() - pipesBefore) }, () => 'PipeWrap')]
  }
}
