import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CallsTable } from './CallsTable.ts'
import { checkCalls } from './checkCalls.ts'
import { parseType, type TypeNode } from './parseType.ts'
import type { FieldEntry, ObjectEntry, TypesTable } from './TypesTable.ts'

/** Both tables, and the questions that the renderers ask about them. */
export class Tables {
  readonly types: TypesTable
  readonly api: CallsTable
  readonly #sent: ReadonlySet<string>
  readonly #received: ReadonlySet<string>

  constructor(root: string) {
    const read = (name: string): unknown => JSON.parse(readFileSync(join(root, 'packages/storpool/spec', name), 'utf8'))
    this.types = read('types.json') as TypesTable
    this.api = read('api.json') as CallsTable
    checkCalls(this.api.calls, this.types)
    const calls = Object.values(this.api.calls)
    this.#sent = this.#closure(calls.flatMap(({ json }) => (json === undefined ? [] : [json])))
    this.#received = this.#closure(
      calls.map(({ returns }) => returns),
      { bases: false },
    )
  }

  /** Whether a type, or one that extends it, stands in requests. Otherwise it stands in answers. */
  isSent(name: string): boolean {
    return this.#sent.has(name) && !this.#received.has(name)
  }

  /** Name in TypeScript of a type: `iSCSIConfig` is `ISCSIConfig`. */
  typeName(name: string): string {
    return this.types.objects[name]?.typescript ?? name.charAt(0).toUpperCase() + name.slice(1)
  }

  object(name: string): ObjectEntry {
    const entry = this.types.objects[name]
    if (entry === undefined) throw new Error(`no object type ${name}`)
    return entry
  }

  /** All members of an object type, those of the types it extends first. */
  fields(name: string): Record<string, FieldEntry> {
    const { extends: base, fields } = this.object(name)
    return { ...(base === undefined ? {} : this.fields(base)), ...fields }
  }

  /** Names of the types that it extends, the nearest first. */
  bases(name: string): string[] {
    const base = this.object(name).extends
    return base === undefined ? [] : [base, ...this.bases(base)]
  }

  /** What stands behind the name of a union, or the node itself. */
  resolve(node: TypeNode): TypeNode {
    const union = node.kind === 'name' ? this.types.unions[node.name] : undefined
    return union === undefined ? node : parseType(union.type)
  }

  #closure(expressions: string[], { bases = true } = {}): Set<string> {
    const seen = new Set<string>()
    const visit = (node: TypeNode): void => {
      if (node.kind === 'either') node.options.forEach(visit)
      else if (node.kind === 'dict') [node.key, node.value].forEach(visit)
      else if (node.kind === 'only') visit(node.value)
      else if ('of' in node) visit(node.of)
      else if (node.kind === 'name' && !seen.has(node.name)) {
        seen.add(node.name)
        const resolved = this.resolve(node)
        if (resolved !== node) visit(resolved)
        if (!(node.name in this.types.objects)) return
        for (const base of bases ? this.bases(node.name) : []) seen.add(base)
        for (const field of Object.values(this.fields(node.name))) visit(parseType(field.type))
      }
    }
    for (const expression of expressions) visit(parseType(expression))
    return seen
  }
}
