import { unquote } from './unquote.js'

/** The headers of an answer, by lower-case name, percent-decoded where the server encodes: once, names included. */
export type PithosHeaders = Readonly<Record<string, string>>

const encoded = /^(?:x-account-|x-container-|x-object-|content-)/

/**
 * Decodes the headers of an answer.
 *
 * @see Synnefo 0.21, replies of snf-pithos-app: `X-Account-*`, `X-Container-*`, `X-Object-*` and `Content-*` are
 * percent-encoded, the names of metadata as well
 */
export function decodeHeaders(headers: Headers): PithosHeaders {
  const entries = [...headers].map(([name, value]): [string, string] =>
    encoded.test(name) ? [unquote(name), unquote(value)] : [name, value],
  )
  return Object.fromEntries(entries)
}
