import { ConfigurationError } from '@x/core-errors'
import type { Rule } from './Rule.js'

/**
 * Holds all parameters of an action against their rules.
 *
 * @param limits - Whether the limits of the server count, too, and not only what can be encoded.
 * @throws {ConfigurationError} for the first one that can't be sent, and for one that the action does not take.
 */
export function checkParameters<Parameters extends object>(
  operation: string,
  parameters: Parameters,
  rules: { readonly [Key in keyof Required<Parameters>]: Rule },
  limits: boolean,
  prefix = '',
): void {
  if (typeof parameters !== 'object' || parameters === null) {
    throw new ConfigurationError(`${operation}: ${prefix === '' ? 'parameters' : prefix}: it must be an object`, {
      operation,
      path: prefix,
    })
  }
  const at = (name: string) => (prefix === '' ? name : `${prefix}.${name}`)
  for (const name of Object.keys(parameters)) {
    if (Object.hasOwn(rules, name)) continue
    throw new ConfigurationError(`${operation}: ${at(name)}: there is no such parameter`, { operation, path: at(name) })
  }
  for (const [name, rule] of Object.entries<Rule>(rules)) {
    rule(parameters[name as keyof Parameters], { operation, path: at(name), limits })
  }
}
