import { importLines } from './importLines.ts'
import { parseType } from './parseType.ts'
import { ReaderRenderer } from './ReaderRenderer.ts'
import { renderDoc } from './renderDoc.ts'
import { schemaName } from './schemaName.ts'
import type { Tables } from './Tables.ts'
import { mayBeMissing, TypeRenderer } from './TypeRenderer.ts'

/** The module of one object type: how it is read or checked, and what it is in TypeScript. */
export function renderSchema(tables: Tables, name: string): string {
  const entry = tables.object(name)
  const sent = tables.isSent(name)
  const types = new TypeRenderer(tables, sent)
  const readers = new ReaderRenderer(tables, sent)
  const base = entry.extends
  if (base !== undefined) for (const uses of [types.uses, readers.uses]) uses.add(base)

  const members = Object.entries(entry.fields).map(
    ([field, { type, wide }]) => `${field}: ${readers.render(parseType(type), wide)},`,
  )
  const inherited = base === undefined ? '' : `...${schemaName(base)}.fields, `
  const reader = readers.object(`{ ${inherited}${members.join('\n')} }`, entry)

  const redeclared = base === undefined || tables.isSent(base) === sent ? {} : tables.fields(base)
  const declared = Object.entries({
    ...Object.fromEntries(Object.entries(redeclared).filter(([, field]) => field.wide)),
    ...entry.fields,
  }).map(([field, { type, wide, doc, since, expected }]) => {
    const node = parseType(type)
    const optional = !entry.exactlyOne && !expected && mayBeMissing(node, sent)
    const rendered = types.render(entry.exactlyOne && 'of' in node ? node.of : node, wide)
    const undefinable = optional && !rendered.endsWith('undefined') ? ' | undefined' : ''
    const notes = [
      ...(doc ? [doc] : []),
      ...(node.kind === 'internal' || (node.kind === 'maybe' && node.of.kind === 'internal')
        ? ['Of use to StorPool itself; may change.']
        : []),
      ...(since ? [`Since ${since}.`] : []),
    ]
    return `${renderDoc(notes.length === 0 ? [] : [notes.join(' ')], '  ')}  ${field}${optional ? '?' : ''}: ${rendered}${undefinable}`
  })

  const ts = tables.typeName(name)
  const doc = renderDoc([
    entry.doc,
    `@see ${tables.types.source.split(',')[0]}, \`${name}\`${entry.since ? `; bindings since ${entry.since}` : ''}`,
  ])
  const heritage = base === undefined ? '' : ` extends ${tables.typeName(base)}`
  const type = entry.exactlyOne
    ? `${doc}export type ${ts} = SingleMember<${ts}Members>\n\n/** The members of {@link ${ts}}, of which one is set. */\nexport interface ${ts}Members {\n${declared.join('\n')}\n}\n`
    : declared.length === 0 && heritage !== ''
      ? `${doc}export type ${ts} = ${tables.typeName(base!)}\n`
      : `${doc}export interface ${ts}${heritage} {\n${declared.join('\n')}\n}\n`

  return [
    importLines(tables, {
      from: '.',
      own: name,
      types,
      readers,
      ...(entry.exactlyOne ? { engineTypes: ['SingleMember'] } : {}),
    }),
    `/** Reads or checks {@link ${ts}}. */`,
    `export const ${schemaName(name)}: ObjectReader<${ts}> = ${reader}\n`,
    type,
  ].join('\n')
}
