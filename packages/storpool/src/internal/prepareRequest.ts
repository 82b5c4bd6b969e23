import { ConfigurationError } from '@x/core-errors'
import { stringifyJson } from '../json/stringifyJson.js'
import type { FoundIssue } from '../reader/Issue.js'
import { isPlainObject } from '../reader/isPlainObject.js'
import { locate, refuse } from '../reader/Reader.js'
import type { ApiCall } from './ApiCall.js'

/** What is sent for a call. */
export interface PreparedRequest {
  /** Path and query below the prefix of the API. */
  target: string
  body: string | undefined
}

/** Where a call is sent besides its own path. */
export interface Destination {
  clusterName: string | undefined
  multiCluster: boolean
}

/** Checks the parameters of a call and puts them where they belong. @throws {ConfigurationError} with the path of the first that does not fit. */
export function prepareRequest(call: ApiCall<unknown>, given: object | undefined, to: Destination): PreparedRequest {
  const issues: FoundIssue[] = []
  const parameters: unknown = given ?? {}
  if (!isPlainObject(parameters)) throw invalid(call, '', 'the parameters must be an object')
  const path = call.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const before = issues.length
    const value = call.arguments?.[name]?.(parameters[name], issues)
    locate(issues, before, name)
    return issues.length > before ? '' : segment(call, name, String(value))
  })
  const json = readJson(call, given, parameters, issues)
  const [first, ...others] = issues
  if (first !== undefined) {
    const more = others.length === 0 ? '' : `, and ${others.length} more`
    throw invalid(call, first.path, `${first.path || 'parameters'} ${first.reason}${more}`)
  }
  const remote = to.clusterName === undefined ? '' : `RemoteCommand/${segment(call, 'clusterName', to.clusterName)}/`
  const multi = to.multiCluster && call.multiCluster ? 'MultiCluster/' : ''
  const isQuery = json !== undefined && call.method === 'GET'
  return {
    target: `${remote}${multi}${path}${isQuery ? `?json=${encodeURIComponent(json)}` : ''}`,
    body: isQuery ? undefined : json,
  }
}

function readJson(
  { json, member, optional, arguments: names = {} }: ApiCall<unknown>,
  given: object | undefined,
  parameters: Record<string, unknown>,
  issues: FoundIssue[],
): string | undefined {
  if (json === undefined) return undefined
  // An optional JSON argument is there as soon as one of its members is named, be it as undefined; where nothing else
  // is among the parameters, as soon as they are there.
  const named = Object.keys(parameters).some((name) => !(name in names)) || Object.keys(names).length === 0
  if (optional && (given === undefined || !named)) return undefined
  if (member === undefined) return stringifyJson(json(parameters, issues))
  const before = issues.length
  const value = parameters[member]
  const prepared = value === undefined ? refuse(value, issues, '') : json(value, issues)
  locate(issues, before, member)
  return issues.length > before ? undefined : stringifyJson(prepared)
}

// A segment of one or two dots is taken for a step in the path by every URL parser, however it is written.
function segment(call: ApiCall<unknown>, name: string, text: string): string {
  const unusable = () => invalid(call, name, `${name} can't be part of a URL`)
  if (text === '.' || text === '..' || (text === '' && name === 'clusterName')) throw unusable()
  try {
    return encodeURIComponent(text)
  } catch {
    throw unusable() // half of a surrogate pair
  }
}

const invalid = ({ operation }: ApiCall<unknown>, path: string, reason: string): ConfigurationError =>
  new ConfigurationError(`${operation}: ${reason}`, { operation, path })
