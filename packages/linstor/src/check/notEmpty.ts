import type { Rule } from './Rule.js'
import { refuse } from './refuse.js'

/** A rule for lists that must hold something. */
export const notEmpty =
  (rule: Rule): Rule =>
  (value, context) => {
    rule(value, context)
    if (Array.isArray(value) && value.length === 0) throw refuse(value, context, 'a list that is not empty')
  }
