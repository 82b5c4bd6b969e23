/** What of an answer must be the same on every run: all but times, ids and the order of members. */
export interface Comparable {
  status: number
  headers: Record<string, string>
  body: unknown
}

// On every reply, or made by Node's HTTP server; times are compared by their presence.
const ignored = /^(?:cache-control|expires|vary|date|connection|keep-alive|transfer-encoding|server)$/
const lists = /^(?:x-container-object-meta|x-object-sharing|x-account-group-.*)$/

/** Leaves times and ids out of an answer. */
export function comparable(status: number, headers: Record<string, string>, body: Buffer, origin: string): Comparable {
  const entries = Object.entries(headers)
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .filter(([name]) => !ignored.test(name))
    .map(([name, value]): [string, string] => [name, stable(name, value.replaceAll(origin, 'ORIGIN'))])
  const boundary = /boundary=(.*)$/.exec(headers['content-type'] ?? headers['Content-Type'] ?? '')?.[1]
  const text = body.toString('latin1')
  return {
    status,
    headers: Object.fromEntries(entries.sort()),
    body: boundary === undefined ? stableBody(text) : text.replaceAll(boundary, 'BOUNDARY'),
  }
}

function stable(name: string, value: string): string {
  if (name === 'last-modified' || name.endsWith('-timestamp')) return 'TIME'
  if (name === 'x-object-uuid') return 'UUID'
  if (name === 'x-object-public') return value.replace(/^.*\/pithos\/public\/\w+$/, 'PUBLIC')
  if (name === 'content-type') return value.replace(/boundary=.*$/, 'boundary=BOUNDARY')
  return lists.test(name)
    ? value
        .split(/[,;]\s*/)
        .sort()
        .join(',')
    : value
}

function stableBody(text: string): unknown {
  if (!/^[[{]/.test(text)) return text
  try {
    return JSON.parse(text, stableMember)
  } catch {
    return text
  }
}

function stableMember(this: unknown, key: string, value: unknown): unknown {
  if (/^(?:last_modified|x_object_version_timestamp|x_container_until_timestamp)$/.test(key)) return 'TIME'
  if (key === 'x_object_uuid') return 'UUID'
  if (key === 'x_object_public') return String(value).replace(/^.*\/pithos\/public\/\w+$/, 'PUBLIC')
  if (key === 'x_object_sharing')
    return String(value)
      .split(/[,;]\s*/)
      .sort()
      .join(',')
  if (key === 'versions' && Array.isArray(value)) return value.map((entry) => [(entry as unknown[])[0], 'TIME'])
  return value
}
