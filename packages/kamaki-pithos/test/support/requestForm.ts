import { bodyBytes } from './bodyBytes.js'
import type { ReferenceRequest } from './ReferenceCase.js'

// What HTTP libraries add by themselves, and lengths, which follow from the bodies.
const ignored =
  /^(?:host|connection|keep-alive|accept|accept-.*|user-agent|content-length|transfer-encoding|sec-.*|cache-control|pragma|x-auth-token)$/

/** A request in a form in which equal requests are equal texts: what the server makes of it counts, not its spelling. */
export function requestForm({ method, target, headers, body }: ReferenceRequest): string {
  const url = new URL(target, 'http://host')
  const query = [...url.searchParams].map(([key, value]) => {
    // Of these only the presence counts. The reference encodes some values twice.
    const isFlag = ['update', 'hashmap', 'shared', 'public', 'ignore_content_type'].includes(key)
    return `${key}=${isFlag ? '' : decoded(value)}`
  })
  const lines = Object.entries(headers)
    .map(([name, value]): [string, string] => [decoded(name.toLowerCase()), decoded(value)])
    .filter(([name]) => !ignored.test(name))
    .map(([name, value]) => `${name}: ${headerForm(name, value)}`)
  const bytes = bodyBytes(body)
  const text = bytes.toString('latin1')
  const isHashmap = url.searchParams.has('hashmap') && text.startsWith('{')
  const content = isHashmap ? JSON.stringify(sorted(JSON.parse(text))) : text
  // The format of an answer is asked for with every call here; the reference leaves it out with some.
  const asked = query.filter((pair) => pair !== 'format=json')
  return [`${method} ${decoded(url.pathname)}?${asked.sort().join('&')}`, ...lines.sort(), content].join('\n')
}

function headerForm(name: string, value: string): string {
  if (name === 'x-object-public') return value.toLowerCase()
  if (name === 'x-object-sharing') {
    return value
      .split(';')
      .map((part) => part.trim().split(',').sort().join(','))
      .sort()
      .join(';')
  }
  return value
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const sorted = (value: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
