import { checkParameters } from './checkParameters.js'
import type { Rule } from './Rule.js'

/** A rule for objects whose fields have rules of their own. */
export const objectOf =
  (fields: Readonly<Record<string, Rule>>): Rule =>
  (value, { operation, path, limits }) =>
    checkParameters(operation, value as Record<string, unknown>, fields, limits, path)
