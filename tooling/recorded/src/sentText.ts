import type { FakeServer } from '@x/core-errors/testing'

/** All that a request says, percent-decoded: address, headers and body. */
export async function sentText(request: FakeServer['requests'][number]): Promise<string> {
  const body = new TextDecoder().decode(await request.body())
  const headers = [...request.headers].map(([name, value]) => `${name}: ${decoded(value)}`)
  return [decoded(request.path), decoded(request.search), ...headers, body, decoded(body)].join('\n')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // no percent-encoded text
  }
}
