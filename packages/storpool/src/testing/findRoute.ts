import type { FoundIssue } from '../reader/Issue.js'
import { type CallName, routes } from './routes.js'

/** A request's call, and the arguments of its path. */
export interface FoundRoute {
  name: CallName
  arguments: Record<string, string>
}

interface Pattern {
  name: CallName
  parts: readonly string[]
}

// By method and number of parts: the few that are left are compared one by one.
const patterns = new Map<string, Pattern[]>()
for (const name of Object.keys(routes) as CallName[]) {
  const { method, path } = routes[name]
  const parts = path.split('/')
  const key = `${method} ${parts.length}`
  patterns.set(key, [...(patterns.get(key) ?? []), { name, parts }])
}

/**
 * Finds the call of a path below the prefix, given in its decoded parts. Two calls share a path, one for volumes and one
 * for snapshots; the first whose arguments fit is taken.
 */
export function findRoute(method: string, parts: readonly string[]): FoundRoute | undefined {
  const found = (patterns.get(`${method} ${parts.length}`) ?? []).flatMap((pattern) => match(pattern, parts))
  return found.find(argumentsFit) ?? found[0]
}

function match(pattern: Pattern, parts: readonly string[]): FoundRoute[] {
  const args: Record<string, string> = {}
  const fits = pattern.parts.every((part, index) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name === undefined) return part === parts[index]
    args[name] = parts[index] as string
    return true
  })
  return fits ? [{ name: pattern.name, arguments: args }] : []
}

function argumentsFit({ name, arguments: args }: FoundRoute): boolean {
  const issues: FoundIssue[] = []
  for (const [key, reader] of Object.entries(routes[name].arguments ?? {})) reader(args[key], issues)
  return issues.length === 0
}
