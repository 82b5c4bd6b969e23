import { type Reader, refuse } from './Reader.js'

/** `true` or `false`, and nothing that merely counts as such. */
export const boolean: Reader<boolean> = (value, issues) =>
  typeof value === 'boolean' ? value : refuse(value, issues, 'must be true or false')
