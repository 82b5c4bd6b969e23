import { setImmediate } from 'node:timers/promises'

/** What of a process's own keeps it alive at any time: the test runner's channels, a turn of the event loop. */
const ownHandles = new Set(['MessagePort', 'PipeWrap', 'TTYWrap', 'Immediate', 'FSReqPromise', 'FSReqCallback'])

/**
 * Names of what keeps this process alive now: sockets, servers, timers that are not unreferenced. Take it before the
 * code under test and give it to {@link leakedHandles} after.
 */
export const openHandles = (): string[] =>
  process
    .getActiveResourcesInfo()
    .filter((name) => !ownHandles.has(name))
    .sort()

/**
 * What is open beyond what was open before. Closing a socket takes a few turns of the event loop, so this waits for
 * them, at most `withinMs`.
 *
 * @param before - From {@link openHandles}.
 * @returns Names of the leaked resources, empty when there are none.
 */
export async function leakedHandles(before: readonly string[], { withinMs = 1_000 } = {}): Promise<string[]> {
  const end = performance.now() + withinMs
  for (;;) {
    const leaked = surplus(openHandles(), before)
    if (leaked.length === 0 || performance.now() >= end) return leaked
    await setImmediate()
  }
}

function surplus(now: readonly string[], before: readonly string[]): string[] {
  const known = [...before]
  return now.filter((name) => {
    const index = known.indexOf(name)
    if (index === -1) return true
    known.splice(index, 1)
    return false
  })
}
