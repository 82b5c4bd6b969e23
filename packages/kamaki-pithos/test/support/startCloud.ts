import { createSynnefoSession } from '@x/kamaki-astakos'
import { type CreateFakeSynnefoParameters, createFakeSynnefo, type FakeSynnefo } from '@x/kamaki-astakos/testing'
import { createPithos } from '../../src/createPithos.js'
import type { Pithos } from '../../src/Pithos.js'
import {
  type CreateFakePithosParameters,
  createFakePithos,
  type FakePithos,
} from '../../src/testing/createFakePithos.js'

/** A cloud with an object store, and its first user's client. */
export interface TestCloud extends AsyncDisposable {
  readonly cloud: FakeSynnefo
  readonly store: FakePithos
  readonly pithos: Pithos
  /** A client of another user. */
  readonly clientOf: (token: string) => Pithos
}

/** Starts a fake cloud; the container `pithos` is there. */
export async function startCloud(
  setup: CreateFakePithosParameters = {},
  parameters: CreateFakeSynnefoParameters = {},
): Promise<TestCloud> {
  const store = createFakePithos({ blockSize: 1024, ...setup })
  const cloud = await createFakeSynnefo({ ...parameters, services: [store] })
  const clientOf = (token: string) => {
    const session = createSynnefoSession({ url: cloud.url, token, retry: { baseDelayMs: 1, maxDelayMs: 5 } })
    return createPithos({ session, container: 'pithos' })
  }
  const pithos = clientOf(cloud.token)
  await pithos.createContainer()
  cloud.clearRequests()
  return { cloud, store, pithos, clientOf, [Symbol.asyncDispose]: () => cloud.close() }
}
