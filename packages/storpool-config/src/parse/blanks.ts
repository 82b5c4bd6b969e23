// The white space of the INI reader that StorPool's own bindings use: Unicode white space with NEL and the four
// information separators, and without the byte order mark. JavaScript's \s differs in exactly these.
const blanks = new Set(
  '\t\v\f\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
)

/** Tells whether the character at `index` is white space to StorPool's INI reader. */
export const isBlank = (text: string, index: number): boolean => blanks.has(text.charAt(index))

/** The first index from `from` on that is not blank, or the length of the text. */
export function skipBlanks(text: string, from: number): number {
  let index = from
  while (index < text.length && isBlank(text, index)) index++
  return index
}

/** The index behind the last character before `to` that is not blank, but never less than `from`. */
export function dropBlanks(text: string, from: number, to: number): number {
  let index = to
  while (index > from && isBlank(text, index - 1)) index--
  return index
}
