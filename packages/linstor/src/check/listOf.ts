import type { Rule } from './Rule.js'
import { refuse } from './refuse.js'

/** A rule for lists whose entries all follow one rule. */
export const listOf =
  (rule: Rule): Rule =>
  (value, context) => {
    if (!Array.isArray(value)) throw refuse(value, context, 'a list')
    for (const [index, entry] of value.entries()) rule(entry, { ...context, path: `${context.path}[${index}]` })
  }
