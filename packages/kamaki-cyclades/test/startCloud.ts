import { createManualClock } from '@x/core-errors/testing'
import { createSynnefoSession } from '@x/kamaki-astakos'
import { createFakeSynnefo, type FakeUserInput } from '@x/kamaki-astakos/testing'
import { createCyclades } from '../src/index.js'
import { type CreateFakeCycladesParameters, createFakeCyclades } from '../src/testing/index.js'

const ada: FakeUserInput = { email: 'ada@example.org', name: 'Ada Lovelace' }

/** What a test says about its cloud. */
export interface StartCloudParameters extends CreateFakeCycladesParameters {
  users?: readonly FakeUserInput[]
}

/** A cloud on a clock that stands still, and clients of its first user. Nothing is tried twice. */
export async function startCloud({ users = [ada], ...parameters }: StartCloudParameters = {}) {
  const clock = createManualClock(Date.UTC(2026, 0, 1))
  const fake = createFakeCyclades(parameters)
  const cloud = await createFakeSynnefo({ services: [fake], clock, users })
  const sessionOf = (token: string) => createSynnefoSession({ url: cloud.url, token, clock, retry: false })
  const session = sessionOf(cloud.token)
  return {
    ...createCyclades({ session }),
    clock,
    cloud,
    fake,
    session,
    sessionOf,
    /** The clients of another user. */
    as: (email: string) => {
      const user = [...cloud.cloud.users.values()].find((known) => known.email === email)
      return createCyclades({ session: sessionOf(user?.token ?? '') })
    },
    /** What the first user has taken of a resource of their own project. */
    used: (resource: string) =>
      Number(cloud.cloud.quotas.line({ user: cloud.user.id, project: cloud.user.id }, resource).usage),
    [Symbol.asyncDispose]: () => cloud.close(),
  }
}

/** What a promise was rejected with. */
export const caught = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => {
      throw new Error('it was not rejected')
    },
    (error: unknown) => error,
  )
