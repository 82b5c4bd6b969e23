import type { ListEntry } from '../entries/ObjectEntry.js'

const highest = 0x10ffff

/**
 * The marker that continues after an entry. After a virtual directory it must sort behind all that is below it: the
 * server gives the directory once more for its own name.
 */
export function markerAfter(entry: ListEntry): string {
  if (entry.subdir === undefined) return entry.name
  const characters = Array.from(entry.subdir)
  while (characters.length > 0) {
    const code = characters.pop()?.codePointAt(0) ?? highest
    // Code points of surrogates are no characters and can't be sent.
    if (code < highest) return characters.join('') + String.fromCodePoint(code === 0xd7ff ? 0xe000 : code + 1)
  }
  return entry.subdir
}
