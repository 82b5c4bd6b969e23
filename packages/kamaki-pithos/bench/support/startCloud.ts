import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createSynnefoSession } from '@x/kamaki-astakos'
import { createPithos, type Pithos } from '@x/kamaki-pithos'

/** A fake cloud in another process, and a client of its object store. */
export interface BenchCloud extends Disposable {
  readonly pithos: Pithos
  /** Address of the identity service. */
  readonly url: string
  /** Address of the account, for clients that know nothing of the service. */
  readonly accountUrl: string
  readonly token: string
  /** Makes the store forget every block: what is uploaded next is new to it. */
  readonly forget: () => Promise<void>
  /** Makes a container `many` with so many objects. */
  readonly fill: (count: number) => Promise<void>
}

/** Starts the cloud; the container `pithos` is there. */
export async function startCloud(): Promise<BenchCloud> {
  const child = fork(new URL('serveCloud.ts', import.meta.url), { execArgv: ['--expose-gc'] })
  const [{ url, token }] = (await once(child, 'message')) as [{ url: string; token: string }]
  const session = createSynnefoSession({ url, token })
  const pithos = createPithos({ session, container: 'pithos' })
  await pithos.createContainer()
  const { id } = await session.user()
  const tell = async (message: { forget?: true; fill?: number }) => {
    child.send(message)
    await once(child, 'message')
  }
  return {
    pithos,
    url,
    token,
    accountUrl: `${await session.endpoint('object-store')}/${id}`,
    forget: () => tell({ forget: true }),
    fill: (count) => tell({ fill: count }),
    [Symbol.dispose]: () => void child.kill(),
  }
}
