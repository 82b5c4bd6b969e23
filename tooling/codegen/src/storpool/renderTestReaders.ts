import { importLines } from './importLines.ts'
import { parseType } from './parseType.ts'
import { ReaderRenderer } from './ReaderRenderer.ts'
import type { Tables } from './Tables.ts'
import { TypeRenderer } from './TypeRenderer.ts'

/** A module of the tests: the reader of every type and of every type expression of the tables. */
export function renderTestReaders(tables: Tables): string {
  const { scalars, unions, objects } = tables.types
  const calls = Object.values(tables.api.calls)
  const named = [...Object.keys(scalars), ...Object.keys(unions), ...Object.keys(objects)]
  const expressions = [
    ...named,
    ...Object.values(objects).flatMap(({ fields }) => Object.values(fields).map(({ type }) => type)),
    ...Object.values(unions).map(({ type }) => type),
    ...calls.flatMap(({ arguments: args = {}, json, returns }) => [
      ...Object.values(args),
      ...(json ? [json] : []),
      returns,
    ]),
  ]
  const readers = new ReaderRenderer(tables, false)
  const sent = new ReaderRenderer(tables, true)
  const lines = [...new Set(expressions)].sort().map((expression) => {
    const isSent = expression.split(/[^A-Za-z]+/).some((word) => word in objects && tables.isSent(word))
    return `${JSON.stringify(expression)}: ${(isSent ? sent : readers).render(parseType(expression))},`
  })
  for (const name of sent.uses) readers.uses.add(name)
  for (const name of sent.calls) readers.calls.add(name)
  return [
    importLines(tables, { from: '../src/schemas', types: new TypeRenderer(tables, false), readers }),
    `import type { Reader } from '../src/reader/Reader.js'\n`,
    '/** The reader of every type expression of the tables. */',
    `export const readers: Readonly<Record<string, Reader<unknown>>> = {\n${lines.join('\n')}\n}\n`,
  ].join('\n')
}
