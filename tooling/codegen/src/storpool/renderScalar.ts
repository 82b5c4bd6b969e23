import { importLines } from './importLines.ts'
import { parseType } from './parseType.ts'
import { ReaderRenderer } from './ReaderRenderer.ts'
import { renderDoc } from './renderDoc.ts'
import { schemaName } from './schemaName.ts'
import type { Tables } from './Tables.ts'
import { TypeRenderer } from './TypeRenderer.ts'
import type { ScalarEntry } from './TypesTable.ts'

/** The module of a type of single values. */
export function renderScalar(tables: Tables, name: string): string {
  const entry = tables.types.scalars[name]!
  const sent = tables.isSent(name)
  const readers = new ReaderRenderer(tables, sent)
  const reader = readers.scalar(entry)
  const since = entry.since === undefined ? '' : `; bindings since ${entry.since}`
  return module(tables, name, {
    readers,
    types: new TypeRenderer(tables, sent),
    reader,
    type: scalarType(entry, sent),
    doc: [entry.doc, ...rule(entry), `@see ${tables.types.source.split(',')[0]}, \`${name}\`${since}`],
  })
}

/** The module of a type that is one of several. */
export function renderUnion(tables: Tables, name: string): string {
  const { doc, type } = tables.types.unions[name]!
  const sent = tables.isSent(name)
  const types = new TypeRenderer(tables, sent)
  const readers = new ReaderRenderer(tables, sent)
  const node = parseType(type)
  const see = `@see ${tables.types.source.split(',')[0]}, \`${name}\``
  return module(tables, name, {
    types,
    readers,
    reader: readers.render(node),
    type: types.render(node),
    doc: [doc, see],
  })
}

function module(
  tables: Tables,
  name: string,
  parts: { types: TypeRenderer; readers: ReaderRenderer; reader: string; type: string; doc: string[] },
): string {
  const ts = tables.typeName(name)
  return [
    importLines(tables, { from: '.', own: name, types: parts.types, readers: parts.readers }),
    `/** Reads or checks {@link ${ts}}. */`,
    `export const ${schemaName(name)}: Reader<${ts}> = ${parts.reader}\n`,
    `${renderDoc(parts.doc)}export type ${ts} = ${parts.type}\n`,
  ].join('\n')
}

function scalarType({ kind, wide, token, values = [] }: ScalarEntry, sent: boolean): string {
  if (kind === 'text') return 'string'
  if (kind === 'integer') return wide ? 'bigint' : 'number'
  if (kind === 'integerOrToken') return `number | ${JSON.stringify(token)}`
  const known = values.map((value) => JSON.stringify(value)).join(' | ')
  if (sent) return known
  return `${known} | ${kind === 'indexedEnum' ? 'number' : '(string & {})'}`
}

function rule({ kind, min, max, multipleOf, pattern, maxLength, forbidden = [], token }: ScalarEntry): string[] {
  if (kind === 'enum' || kind === 'indexedEnum') return []
  if (kind !== 'text') {
    const range = max === undefined ? `${min} or more` : `${min} to ${max}`
    return [
      `${range}${multipleOf === undefined ? '' : `, a multiple of ${multipleOf}`}${token === undefined ? '' : `, or \`${token}\``}.`,
    ]
  }
  const parts = [
    ...(pattern === undefined ? [] : [`matches \`${pattern}\``]),
    ...(maxLength === undefined ? [] : [`has ${maxLength} characters at most`]),
    ...(forbidden.length === 0 ? [] : [`is not ${forbidden.map((word) => `\`${word}\``).join(' or ')}`]),
  ]
  const text = `${parts.slice(0, -1).join(', ')}${parts.length > 1 ? ' and ' : ''}${parts.at(-1)}`
  return [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`]
}
