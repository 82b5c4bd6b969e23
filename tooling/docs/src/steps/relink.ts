import { posix } from 'node:path'

/**
 * A Markdown document at another place: links to documents that moved too are pointed there, links to other files of the
 * repository become text, and marks that are for tools are taken out.
 *
 * @param targets - New places by old ones, both from a root.
 */
export function relink(
  { path, target, text }: { path: string; target: string; text: string },
  targets: ReadonlyMap<string, string>,
): string {
  const plain = text.replaceAll(/^<!-- \/?(?:code|table)\b.*-->\n+/gm, '')
  return plain.replaceAll(/\[([^\]]*)\]\(([^)\s]+)\)/g, (whole, label: string, link: string) => {
    if (/^(?:[a-z]+:|#)/.test(link)) return whole
    const [file = '', hash] = link.split('#')
    const old = posix.join(posix.dirname(path), file).replace(/\/$/, '')
    const moved = targets.get(old) ?? targets.get(`${old}/README.md`)
    if (moved === undefined) return label
    return `[${label}](${posix.relative(posix.dirname(target), moved)}${hash === undefined ? '' : `#${hash}`})`
  })
}
