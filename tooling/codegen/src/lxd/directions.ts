import type { Table } from './table.ts'
import { referredType } from './typeExpression.ts'

/** Which structures travel to the server, and which come back. */
export interface Directions {
  requests: ReadonlySet<string>
  responses: ReadonlySet<string>
  /** What a structure is called where it is sent: `<name>Input` when it also comes back, with other fields required. */
  inputName(name: string): string
  /** Whether two structures hold each other, however indirectly: neither schema can be made first. */
  isCircular(one: string, other: string): boolean
}

const sentOverSockets = ['InstanceConsoleControl', 'InstanceExecControl']

/** Follows bodies and results through the table. What no operation mentions (events) comes back. */
export function directionsOf(table: Table): Directions {
  const reach = (roots: Iterable<string>): Set<string> => {
    const found = new Set<string>()
    const visit = (name: string | undefined) => {
      if (name === undefined || found.has(name)) return
      const type = table.types[name]
      if (type === undefined) throw new Error(`the table has no type ${name}`)
      found.add(name)
      for (const field of Object.values(type.fields ?? {})) {
        visit(referredType(typeof field === 'string' ? field : field.type))
      }
    }
    for (const root of roots) visit(root)
    return found
  }
  const bodies = table.operations.flatMap(({ body }) => (body === undefined ? [] : [body]))
  const results = table.operations.flatMap(({ result }) => referredType(result) ?? [])
  const requests = reach([...bodies, ...sentOverSockets])
  const unmentioned = Object.keys(table.types).filter((name) => !requests.has(name))
  const responses = reach([...results, ...unmentioned])
  const isAlias = (name: string) => table.types[name]?.is !== undefined
  const reachable = new Map(Object.keys(table.types).map((name) => [name, reach([name])]))
  return {
    requests,
    responses,
    inputName: (name) => (responses.has(name) && !isAlias(name) ? `${name}Input` : name),
    isCircular: (one, other) => reachable.get(other)?.has(one) === true,
  }
}
