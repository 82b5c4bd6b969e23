/**
 * A path as the server writes it into lists: every name is escaped, and then the escapes are escaped once more.
 *
 * @see LXD 5.0.2, observed: `a?b` becomes `a%253Fb`
 */
export function pathOf(segments: readonly string[], project = 'default'): string {
  const path = segments.map((segment) => escaped(segment).replaceAll('%', '%25')).join('/')
  return `/1.0/${path}${project === 'default' ? '' : `?project=${encodeURIComponent(project)}`}`
}

// The characters that Go leaves alone in a segment, and those that JavaScript leaves alone and Go does not.
const escaped = (segment: string): string =>
  encodeURIComponent(segment)
    .replaceAll(/%(?:24|26|2B|3D|3A|40)/g, decodeURIComponent)
    .replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
