import { fork } from 'node:child_process'
import { once } from 'node:events'

/** A fake controller in a process of its own. */
export interface FakeProcess extends AsyncDisposable {
  readonly uri: string
}

/** Starts it. Disposing it ends it. */
export async function startFakeProcess(): Promise<FakeProcess> {
  const child = fork(new URL('./fakeProcess.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [uri] = (await once(child, 'message')) as [string]
  return {
    uri,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
