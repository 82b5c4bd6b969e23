import type { Exchange } from '../RunMessage.ts'

const longestText = 20_000

/** Hands requests to a fake and tells of each when it has been answered. */
export function recordExchanges(
  fetch: typeof globalThis.fetch,
  tell: (exchange: Exchange) => void,
): typeof globalThis.fetch {
  let count = 0
  return async (input, init) => {
    const request = new Request(input, init)
    const id = ++count
    const { pathname, search } = new URL(request.url)
    const begin = performance.now()
    const common = { id, method: request.method, target: decodeURI(pathname) + search }
    const sent = request.body === null ? Promise.resolve('') : readText(request.clone())
    try {
      const response = await fetch(request)
      const durationMs = performance.now() - begin
      const received = response.body === null ? Promise.resolve('') : readText(response.clone())
      void Promise.all([sent, received]).then(([out, back]) =>
        tell({ ...common, status: response.status, durationMs, sent: out, received: back }),
      )
      return response
    } catch (error) {
      const received = error instanceof Error ? error.message : String(error)
      tell({ ...common, status: undefined, durationMs: performance.now() - begin, sent: '', received })
      throw error
    }
  }
}

/** The body as text; of anything but text, how long it is. */
async function readText(message: Request | Response): Promise<string> {
  try {
    const bytes = new Uint8Array(await message.arrayBuffer())
    const type = message.headers.get('content-type') ?? ''
    if (bytes.length === 0) return ''
    if (!/json|text|xml|urlencoded/.test(type) && !isText(bytes)) return `${bytes.length} bytes`
    const text = new TextDecoder().decode(bytes)
    return text.length > longestText ? `${text.slice(0, longestText)}\n… ${text.length} characters` : indented(text)
  } catch {
    return 'cut off' // the other side did not send all of it
  }
}

const isText = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13)

// Spaces and line ends only: parsing it would lose digits of long integers.
function indented(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text
  let depth = 0
  const line = () => `\n${'  '.repeat(depth)}`
  return text
    .replaceAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]|\s+/g, (token) => {
      if (token === '{' || token === '[') {
        depth++
        return token + line()
      }
      if (token === '}' || token === ']') {
        depth--
        return line() + token
      }
      if (token === ',') return token + line()
      if (token === ':') return ': '
      return /^\s/.test(token) ? '' : token
    })
    .replaceAll(/([[{])\s+([\]}])/g, '$1$2')
}
