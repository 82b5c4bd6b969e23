import { ConfigurationError, isClientError, Secret } from '@x/core-errors'
import type { CreateSynnefoSessionParameters } from './SynnefoSession.js'

/** Where a session takes its token from, and which tokens no error may show. */
export interface TokenSource {
  /** Whether asking again may bring another token. */
  readonly renewable: boolean
  /** @throws {ConfigurationError} when the caller's function throws or answers no token. */
  readonly get: () => Promise<string>
  /** The tokens used so far, the last few of them. */
  readonly seen: () => string[]
}

// A session that lives for months must not remember every token it ever had.
const remembered = 8

/** @throws {ConfigurationError} when the token can't be sent in a header. */
export function resolveToken(token: CreateSynnefoSessionParameters['token']): TokenSource {
  const seen: Secret[] = []
  const use = (value: unknown): string => {
    const text = checkToken(value)
    if (!seen.some((known) => known.reveal() === text)) {
      seen.push(new Secret(text))
      if (seen.length > remembered) seen.shift()
    }
    return text
  }
  const shared = { seen: () => seen.map((secret) => secret.reveal()) }
  if (typeof token !== 'function') {
    const fixed = new Secret(use(token))
    return { ...shared, renewable: false, get: async () => fixed.reveal() }
  }
  const get = async () => {
    try {
      return use(await token())
    } catch (cause) {
      if (isClientError(cause)) throw cause
      throw new ConfigurationError('The function that gives the token failed', { path: 'token', cause })
    }
  }
  return { ...shared, renewable: true, get }
}

function checkToken(value: unknown): string {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value
  throw new ConfigurationError('The token must be a text of printable ASCII characters without blanks', {
    path: 'token',
  })
}
