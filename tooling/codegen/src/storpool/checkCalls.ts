import type { CallEntry } from './CallsTable.ts'
import { parseType, type TypeNode } from './parseType.ts'
import type { TypesTable } from './TypesTable.ts'

// Every member, so that one that is missing here does not compile.
const members: Record<keyof CallEntry, true> = {
  doc: true,
  verb: true,
  path: true,
  arguments: true,
  json: true,
  member: true,
  optional: true,
  returns: true,
  multiCluster: true,
  since: true,
  deprecated: true,
  internal: true,
}

// Types that no table has to explain.
const builtIn = ['bool', 'int', 'string']

/** Refuses calls that contradict themselves or the table of types, with the name of the call. */
export function checkCalls(calls: Record<string, CallEntry>, { scalars, unions, objects }: TypesTable): void {
  const known = new Set([...builtIn, ...[scalars, unions, objects].flatMap((group) => Object.keys(group))])
  for (const [name, call] of Object.entries(calls)) {
    const fail = (text: string): never => {
      throw new Error(`api.json, ${name}: ${text}`)
    }
    for (const key of Object.keys(call)) if (!Object.hasOwn(members, key)) fail(`calls have no «${key}»`)
    for (const key of ['doc', 'verb', 'path', 'returns'] as const) if (!call[key]) fail(`«${key}» is missing`)
    if (!['GET', 'POST'].includes(call.verb)) fail(`the verb is ${call.verb}, not GET or POST`)
    const inPath = [...call.path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key)
    const given = Object.keys(call.arguments ?? {})
    if (inPath.join() !== given.join()) fail(`the path names [${inPath}], «arguments» has [${given}]`)
    for (const type of [...Object.values(call.arguments ?? {}), call.json ?? [], call.returns].flat()) {
      for (const each of namesIn(parseType(type))) if (!known.has(each)) fail(`types.json has no type ${each}`)
    }
  }
}

function namesIn(node: TypeNode): string[] {
  switch (node.kind) {
    case 'name':
      return [node.name]
    case 'either':
      return node.options.flatMap(namesIn)
    case 'dict':
      return [node.key, node.value].flatMap(namesIn)
    case 'only':
      return namesIn(node.value)
    case 'const':
      return []
    default:
      return namesIn(node.of)
  }
}
