import type { GeneratedFile } from '../GeneratedFile.ts'
import type { Directions } from './directions.ts'
import type { FieldDetails, Table, TypeRow } from './table.ts'
import { referredType, type Writer, writeType } from './typeExpression.ts'

const folder = 'packages/lxd/src/schemas'

const typeScalars = {
  string: 'string',
  bool: 'boolean',
  int: 'number',
  number: 'number',
  int64: 'number | bigint',
  time: 'string',
  any: 'unknown',
}

const typeWriter = (reference: (name: string) => string): Writer => ({
  reference,
  scalar: typeScalars,
  list: (item) => (item.includes('|') ? `(${item})[]` : `${item}[]`),
  map: (item) => `Record<string, ${item}>`,
})

/** Where the helper of a schema lives, by the name it is called with. */
const helpers = ['int64', 'list', 'map', 'maybe', 'maybeList', 'maybeMap', 'timestamp'] as const

const schemaWriter = (isCircular: (name: string) => boolean): Writer => ({
  reference: (name) => (isCircular(name) ? `z.lazy(() => ${lowerFirst(name)})` : lowerFirst(name)),
  scalar: {
    string: 'z.string()',
    bool: 'z.boolean()',
    int: 'z.number()',
    number: 'z.number()',
    int64: 'int64',
    time: 'timestamp',
    any: 'z.unknown()',
  },
  list: (item) => `list(${item})`,
  map: (item) => `map(${item})`,
})

/** `StoragePool` → `storagePool`, `NetworkACL` → `networkACL`. */
export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** One file per structure: an interface, and a schema where the server sends it. */
export function schemaFiles(table: Table, directions: Directions): GeneratedFile[] {
  const newer = new Set(table.extensions.filter(({ since }) => since === 'latest').map(({ name }) => name))
  const files = Object.entries(table.types).flatMap(([name, type]) => {
    if (type.is !== undefined) return [aliasFile(name, type.is)]
    const made: GeneratedFile[] = []
    if (directions.responses.has(name)) made.push(responseFile(name, table, newer, directions))
    if (directions.requests.has(name)) made.push(requestFile(name, type, newer, directions))
    return made
  })
  return [...files, indexFile(files)]
}

const fieldsOf = (type: TypeRow): [string, FieldDetails][] =>
  Object.entries(type.fields ?? {}).map(([name, field]) => [name, typeof field === 'string' ? { type: field } : field])

const key = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`)

function fieldNotes(field: FieldDetails, newer: ReadonlySet<string>): string {
  const notes: string[] = []
  if (field.type === 'time') notes.push('RFC 3339, with nanoseconds.')
  if (field.extension !== undefined && newer.has(field.extension)) {
    notes.push(`Needs the API extension \`${field.extension}\`.`)
  } else if (field.since === 'latest') notes.push('Unknown to LXD 5.0.')
  return notes.length === 0 ? '' : `  /** ${notes.join(' ')} */\n`
}

function aliasFile(name: string, is: 'string' | 'int'): GeneratedFile {
  const [type, schema] = is === 'string' ? ['string', 'z.string()'] : ['number', 'z.number()']
  const content = `import * as z from 'zod/mini'

/** \`${name}\` of the REST API: a plain ${type}. */
export type ${name} = ${type}

/** Reads a {@link ${name}}. */
export const ${lowerFirst(name)}: z.ZodMiniType<${name}> = ${schema}
`
  return { path: `${folder}/${name}.ts`, content }
}

// Structures that hold each other stand in the file of the first: two files would need one another to begin with.
function responseFile(name: string, table: Table, newer: ReadonlySet<string>, directions: Directions): GeneratedFile {
  const path = `${folder}/${name}.ts`
  const circle = Object.keys(table.types).filter(
    (other) => directions.isCircular(name, other) && directions.isCircular(other, name),
  )
  const [home = name] = circle
  if (home !== name) {
    return { path, content: `export { type ${name}, ${lowerFirst(name)} } from './${home}.js'\n` }
  }
  const members = circle.length === 0 ? [name] : circle
  const parts = members.map((member) => responsePart(member, table.types[member] ?? {}, newer, directions))
  const code = parts.map((part) => part.code).join('\n')
  const references = new Set(
    parts.flatMap((part) => part.references).filter((reference) => !members.includes(reference)),
  )
  const used = helpers.filter((helper) => new RegExp(`\\b${helper}\\b(?!:)`).test(code))
  const imports = [
    ...used.map((helper) => `import { ${helper} } from '../internal/schema/${helper}.js'`),
    ...[...references].sort().map((r) => `import { type ${r}, ${lowerFirst(r)} } from './${r}.js'`),
  ]
  return { path, content: `import * as z from 'zod/mini'\n${imports.join('\n')}\n\n${code}` }
}

function responsePart(
  name: string,
  type: TypeRow,
  newer: ReadonlySet<string>,
  directions: Directions,
): { code: string; references: string[] } {
  const references: string[] = []
  const writer = typeWriter((reference) => reference)
  const schemas = schemaWriter((other) => directions.isCircular(name, other))
  const members: string[] = []
  const entries: string[] = []
  for (const [field, details] of fieldsOf(type)) {
    references.push(referredType(details.type) ?? name)
    const mayMiss =
      details.type === 'time' ||
      details.type === 'any' ||
      details.nullable === true ||
      details.omitempty === true ||
      details.since === 'latest' ||
      (details.extension !== undefined && newer.has(details.extension))
    const written = writeType(details.type, writer)
    members.push(
      `${fieldNotes(details, newer)}  ${key(field)}${mayMiss ? '?' : ''}: ${written}${mayMiss && details.type !== 'any' ? ' | undefined' : ''}`,
    )
    entries.push(`  ${key(field)}: ${readCode(details.type, mayMiss, schemas)},`)
  }
  const code = `/** \`${name}\` of the REST API, as the server sends it. */
export interface ${name} {
${members.join('\n')}
}

/** Reads a {@link ${name}}: empty where the server says \`null\`, and with every unknown field kept. */
export const ${lowerFirst(name)}: z.ZodMiniType<${name}> = z.looseObject({
${entries.join('\n')}
})
`
  return { code, references }
}

function readCode(type: string, mayMiss: boolean, schemas: Writer): string {
  const schema = writeType(type, schemas)
  if (!mayMiss || type === 'time') return schema
  if (type === 'any') return 'z.optional(z.unknown())'
  if (type.startsWith('[]')) return schema.replace('list(', 'maybeList(')
  if (type.startsWith('map[]')) return schema.replace('map(', 'maybeMap(')
  return `maybe(${schema})`
}

function requestFile(name: string, type: TypeRow, newer: ReadonlySet<string>, directions: Directions): GeneratedFile {
  const own = directions.inputName(name)
  const references = new Set<string>()
  const writer = typeWriter((reference) => directions.inputName(reference))
  const members = fieldsOf(type)
    .filter(([, details]) => details.readOnly !== true)
    .map(([field, details]) => {
      const reference = referredType(details.type)
      if (reference !== undefined && reference !== name) references.add(directions.inputName(reference))
      const nullable = details.nullable === true || details.type === 'time' ? ' | null' : ''
      return `${fieldNotes(details, newer)}  ${key(field)}?: ${writeType(details.type, writer)}${details.type === 'any' ? '' : `${nullable} | undefined`}`
    })
  const imports = [...references].sort().map((reference) => `import type { ${reference} } from './${reference}.js'`)
  const content = `${imports.join('\n')}

/** \`${name}\` of the REST API, as it is sent. What is left out is up to the server. */
export interface ${own} {
${members.join('\n')}
}
`
  return { path: `${folder}/${own}.ts`, content }
}

function indexFile(files: readonly GeneratedFile[]): GeneratedFile {
  const lines = files
    .map(({ path, content }) => ({
      name: path.slice(folder.length + 1, -3),
      hasSchema: /export const|export \{ type/.test(content),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, hasSchema }) =>
      hasSchema
        ? `export { type ${name}, ${lowerFirst(name)} } from './${name}.js'`
        : `export type { ${name} } from './${name}.js'`,
    )
  return { path: `${folder}/index.ts`, content: `${lines.join('\n')}\n` }
}
