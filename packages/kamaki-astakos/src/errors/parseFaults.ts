import { parseJson } from '@x/core-errors'
import type { SynnefoFault } from './SynnefoFault.js'

// A service relays a refusal of the identity service inside `details`, as text. More levels than this are no envelope.
const deepest = 4

/**
 * Reads the envelopes of a body, the outermost first. A service that asked the identity service in vain puts that
 * service's whole answer into `details`; it is unfolded. Empty when the body is no envelope.
 *
 * @see Synnefo 0.21, fault envelopes of compute, network, volume, image, account and object-store
 */
export function parseFaults(text: string, depth = 0): SynnefoFault[] {
  const start = text.indexOf('{')
  if (start < 0 || depth >= deepest) return []
  let body: unknown
  try {
    body = parseJson(text.slice(start))
  } catch {
    return [] // not JSON: the caller shows the text itself
  }
  const [first, ...rest] = Object.entries(body as object)
  if (first === undefined) return []
  const [name, value] = first
  if (typeof value !== 'object' || value === null) {
    // OAuth2 answers {"error": name, "exception": text}.
    const message = [value, ...rest.map(([, other]) => other)].filter((part) => typeof part === 'string').join(': ')
    return [{ name, message, code: undefined, details: [] }]
  }
  const { message, code, details, data } = value as Record<string, unknown>
  const list = [details].flat(3).filter((item) => typeof item === 'string' && item !== '') as string[]
  const fault: SynnefoFault = {
    name,
    message: typeof message === 'string' ? message : '',
    code: typeof code === 'number' ? code : undefined,
    details: list,
    ...(data === undefined ? {} : { data }),
  }
  return [fault, ...list.flatMap((item) => (item.trimStart().startsWith('{') ? parseFaults(item, depth + 1) : []))]
}
