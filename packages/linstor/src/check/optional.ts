import type { Rule } from './Rule.js'

/** A rule for a parameter that may be left out. `null` and 0 are values, not absence. */
export const optional =
  (rule: Rule): Rule =>
  (value, context) => {
    if (value !== undefined) rule(value, context)
  }
