import type { Rule } from './Rule.js'
import { refuse } from './refuse.js'

/** A rule for texts of which there are only a few, spelled exactly so. */
export const oneOf =
  (values: readonly string[]): Rule =>
  (value, context) => {
    if (typeof value === 'string' && values.includes(value)) return
    throw refuse(value, context, `one of ${values.map((known) => JSON.stringify(known)).join(', ')}`)
  }
