import type { Clock } from '@x/core-errors'
import type { Access } from '../schemas/Access.js'
import type { CatalogService } from '../schemas/CatalogService.js'
import { singleFlight } from './singleFlight.js'

type Catalog = readonly CatalogService[]

/** How the cache asks the server, and for how long it believes the answer. */
export interface AccessCacheParameters {
  readonly clock: Clock
  readonly token: () => Promise<string>
  readonly fetchAccess: (token: string, signal: AbortSignal) => Promise<Access>
  readonly fetchCatalog: (signal: AbortSignal) => Promise<Catalog>
  readonly expiryMarginMs: number
  readonly catalogMaxAgeMs: number
}

/** Remembers who the user is and where the services are. */
export interface AccessCache {
  readonly access: (signal?: AbortSignal) => Promise<Access>
  readonly catalog: (signal?: AbortSignal) => Promise<Catalog>
  /** Asks again after a refusal; who was refused with an older answer than the present one takes that. */
  readonly renew: (refused: number, signal?: AbortSignal) => Promise<void>
  /** Number of the present answer. */
  readonly generation: () => number
  readonly store: (answer: Access, token: string) => void
  readonly forget: () => void
}

/** Makes an empty cache. Whoever asks while an answer is under way shares it. */
export function createAccessCache(parameters: AccessCacheParameters): AccessCache {
  const { clock, token, fetchAccess, fetchCatalog, expiryMarginMs, catalogMaxAgeMs } = parameters
  let held: { answer: Access; token: string; freshUntil: number } | undefined
  let catalogHeld: { answer: Catalog; freshUntil: number } | undefined
  let generation = 0

  const keepCatalog = (answer: Catalog) => {
    catalogHeld = { answer, freshUntil: clock.now() + catalogMaxAgeMs }
  }
  const store = (answer: Access, forToken: string) => {
    const expires = Date.parse(answer.token.expires)
    // An expiry that is no date must not make every call authenticate again.
    const freshUntil = Number.isNaN(expires) ? clock.now() + catalogMaxAgeMs : expires - expiryMarginMs
    held = { answer, token: forToken, freshUntil }
    keepCatalog(answer.serviceCatalog)
    generation++
  }
  const authenticate = singleFlight(async (signal) => {
    const forToken = await token()
    const answer = await fetchAccess(forToken, signal)
    store(answer, forToken)
    return answer
  })
  const current = singleFlight(async (signal) => {
    const wanted = await token()
    const valid = held !== undefined && held.token === wanted && clock.now() < held.freshUntil
    return valid && held !== undefined ? held.answer : authenticate(signal)
  })
  const discover = singleFlight(async (signal) => {
    const answer = await fetchCatalog(signal)
    keepCatalog(answer)
    return answer
  })

  return {
    access: current,
    catalog: async (signal) => {
      if (catalogHeld !== undefined && clock.now() < catalogHeld.freshUntil) return catalogHeld.answer
      // Who the user is is being asked just now: that answer has the catalog too.
      return current.underWay() ? (await current(signal)).serviceCatalog : discover(signal)
    },
    renew: async (refused, signal) => {
      if (refused === generation) await authenticate(signal)
    },
    generation: () => generation,
    store,
    forget: () => {
      held = undefined
      catalogHeld = undefined
    },
  }
}
