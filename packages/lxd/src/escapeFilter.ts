/**
 * Writes a text as a value of a `filter`, so that it stands for itself. Servers take values for regular expressions, read
 * blanks as ends, and stumble over quotes: everything but letters and digits is written as its number.
 *
 * Comparison stays the server's: the whole value, upper and lower case alike.
 *
 * @example
 * await pool.volumes.all({ filter: `name eq ${escapeFilter('db (old)')}` })
 */
export const escapeFilter = (text: string): string =>
  [...text]
    .map((character, index) => (index > 0 && /[0-9A-Za-z]/.test(character) ? character : codeOf(character)))
    .join('')

// The first character always, so that no value is one of the words `and`, `or` and `not`.
const codeOf = (character: string): string => `\\x{${(character.codePointAt(0) ?? 0).toString(16)}}`
