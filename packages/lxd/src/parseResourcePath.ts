/** What a path of the server leads to. */
export interface ResourcePath {
  /** The segments below `/1.0`, unescaped: `['storage-pools', 'p1', 'volumes', 'custom', 'v1']`. */
  segments: string[]
  /** The last segment. */
  name: string
  project: string | undefined
  target: string | undefined
}

/**
 * Takes a path apart that a server sent: an entry of `used_by` or of a list without recursion.
 *
 * LXD 5.0 escapes names in such paths twice, but those of snapshots not at all; so a name that itself looks escaped
 * (`100%25`) may come out wrong. Names in objects are exact: prefer those.
 *
 * @see LXD 5.0.2, observed
 */
export function parseResourcePath(path: string): ResourcePath {
  const query = /\?((?:project|target)=[^?]*)$/.exec(path)?.[1]
  const parameters = new URLSearchParams(query ?? '')
  const plain = query === undefined ? path : path.slice(0, -query.length - 1)
  const segments = plain
    .replace(/^\/1\.0\//, '')
    .split('/')
    .map((segment) => unescaped(unescaped(segment)))
  return {
    segments,
    name: segments.at(-1) ?? '',
    project: parameters.get('project') ?? undefined,
    target: parameters.get('target') ?? undefined,
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // was not escaped: `100%`
  }
}
