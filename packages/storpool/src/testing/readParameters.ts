import { parseJson } from '@x/core-errors'
import type { FoundIssue } from '../reader/Issue.js'
import { isPlainObject } from '../reader/isPlainObject.js'
import { invalid } from './Refusal.js'
import type { Route } from './Route.js'

/**
 * Checks a request the way the server does: every argument and member against its type, no nulls, no members that the
 * call does not have.
 *
 * @param json - The JSON argument as it was sent, `undefined` when there is none.
 * @throws {Refusal} for the first that does not fit.
 */
export function readParameters(route: Route, args: Record<string, string>, json: Uint8Array | undefined): object {
  const issues: FoundIssue[] = []
  const parameters: Record<string, unknown> = {}
  for (const [name, reader] of Object.entries(route.arguments ?? {})) parameters[name] = reader(args[name], issues)
  refuseIssues(issues)
  if (json === undefined) {
    if (route.json !== undefined && !route.optional) throw invalid('The JSON argument is missing.')
    return parameters
  }
  if (route.json === undefined) throw invalid('The call takes no JSON argument.')
  const given = parse(json)
  const body = route.json(given, issues)
  refuseIssues(issues)
  refuseUnknown(given, body, '')
  return { ...parameters, ...(Array.isArray(body) ? { reassign: body } : (body as object)) }
}

function parse(json: Uint8Array): unknown {
  try {
    return parseJson(json)
  } catch {
    throw invalid('The JSON argument is no JSON.')
  }
}

function refuseIssues([first]: readonly FoundIssue[]): void {
  if (first !== undefined) throw invalid(`${first.path || 'The argument'} ${first.reason}.`)
}

// What was checked is a copy without nulls and unknown members: what is missing from it was one of these.
function refuseUnknown(given: unknown, known: unknown, path: string): void {
  if (Array.isArray(given) && Array.isArray(known)) {
    for (const [index, item] of given.entries()) refuseUnknown(item, known[index], `${path}[${index}]`)
  }
  if (!isPlainObject(given) || !isPlainObject(known)) return
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(known, name)) throw invalid(`Unknown parameter ${path}${name}.`)
    refuseUnknown(value, known[name], `${path}${name}.`)
  }
}
