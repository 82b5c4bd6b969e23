import { type Reader, refuse } from './Reader.js'

/** What a text must look like. */
export interface TextRule {
  readonly pattern?: RegExp
  /** In characters, that is code points. */
  readonly maxLength?: number
  /** Words that may not be used, although they fit. */
  readonly forbidden?: readonly string[]
}

/** A text. Nothing else is turned into one: what a server means by `null` or a number where a name belongs is unknown. */
export function text({ pattern, maxLength = Number.POSITIVE_INFINITY, forbidden }: TextRule = {}): Reader<string> {
  return (value, issues) => {
    if (typeof value !== 'string') return refuse(value, issues, 'must be text')
    // Only a text with more units than allowed can have more characters.
    if (value.length > maxLength && [...value].length > maxLength) {
      return refuse(value, issues, `must have ${maxLength} characters at most`)
    }
    if (pattern?.test(value) === false) return refuse(value, issues, `must match ${pattern.source}`)
    return forbidden?.includes(value) ? refuse(value, issues, 'is a reserved word') : value
  }
}
