import type { GeneratedFile } from '../GeneratedFile.ts'
import type { Constant, ConstantsTable } from './ConstantsTable.ts'
import { renderDoc } from './renderDoc.ts'

interface ConstantsFile {
  file: string
  groups: readonly string[]
  doc: string
  /** Union of the values, open to others: name, doc, and the beginning of the constants' names where not all belong. */
  union?: { name: string; doc: string; prefix?: string }
}

const open = 'Open: a controller of another version may send others.'

const files: readonly ConstantsFile[] = [
  { file: 'masks', groups: ['mask'], doc: 'Part of a return code.' },
  {
    file: 'returnCodes',
    groups: [
      'success',
      'fail-sql',
      'fail-invalid',
      'fail-not-found',
      'fail-access-denied',
      'fail-exists',
      'fail-missing',
      'fail-uuid',
      'fail-pool-exhausted',
      'fail-other',
      'warn',
      'special-code',
    ],
    doc: 'Return code with its severity, without operation and object; compare with hasReturnCode.',
  },
  {
    file: 'apiNames',
    groups: ['api-name'],
    doc: 'Name of a call, of an answer, or of a command.',
    union: { name: 'ApiName', doc: `Name of a call or of an answer. ${open}` },
  },
  {
    file: 'eventNames',
    groups: ['event-name'],
    doc: 'Name of an event that a watch reports.',
    union: { name: 'EventName', doc: `Name of an event. ${open}` },
  },
  {
    file: 'eventActions',
    groups: ['event-action'],
    doc: 'What happened to the stream of events of one object.',
    union: { name: 'EventAction', doc: `What an event says about its stream. ${open}` },
  },
  {
    file: 'propertyKeys',
    groups: ['property-key'],
    doc: 'Key of a property, or of a reference in a reply.',
    union: { name: 'PropertyKey', doc: 'Key of a property, without its namespace. Open: users name their own.' },
  },
  {
    file: 'propertyNamespaces',
    groups: ['property-namespace'],
    doc: 'Beginning of the keys of properties that belong together.',
    union: { name: 'PropertyNamespace', doc: 'Namespace of properties. Open: users name their own below `Aux`.' },
  },
  {
    file: 'propertyValues',
    groups: ['value'],
    doc: 'Value of a property or field.',
    union: {
      name: 'NodeType',
      doc: `Type of a node, as calls take it; controllers answer in capitals. ${open}`,
      prefix: 'VAL_NODE_TYPE_',
    },
  },
  {
    file: 'flags',
    groups: ['flag'],
    doc: 'Flag of a resource, a volume, a definition or a snapshot.',
    union: { name: 'Flag', doc: `Flag of an object. ${open}` },
  },
  {
    file: 'connectionStatus',
    groups: ['connection-status'],
    doc: "State of the controller's connection to a satellite.",
  },
  { file: 'ports', groups: ['default-port'], doc: 'TCP port used where none is given.' },
]

/** Writes the constants, one module per kind, each constant an export of its own so that bundlers keep what is used. */
export function renderConstants(table: ConstantsTable): GeneratedFile[] {
  const known = files.flatMap((file) => file.groups)
  const stray = table.constants.find((constant) => !known.includes(constant.group))
  if (stray !== undefined) throw new Error(`constants.json: no file for group ${stray.group} of ${stray.name}`)
  const folder = 'packages/linstor-wire/src/constants'
  return [
    ...files.map((file) => ({ path: `${folder}/${file.file}.ts`, content: renderFile(table, file) })),
    { path: `${folder}/storageDrivers.ts`, content: renderDrivers(table.storageDrivers) },
    {
      path: `${folder}/index.ts`,
      content: [...files.map(({ file }) => file), 'storageDrivers']
        .map((file) => `export * from './${file}.js'\n`)
        .join(''),
    },
  ]
}

function renderFile(table: ConstantsTable, { groups, doc, union }: ConstantsFile): string {
  const constants = table.constants.filter((constant) => groups.includes(constant.group))
  const lines = constants.map(
    (constant) => `${renderDoc(doc + releases(constant))}export const ${constant.name} = ${literal(constant)}\n`,
  )
  if (union !== undefined) {
    const members = constants.filter(({ name }) => name.startsWith(union.prefix ?? ''))
    lines.push(`${renderDoc(union.doc)}export type ${union.name} =`)
    lines.push(`${members.map(({ name }) => `  | typeof ${name}`).join('\n')}\n  | (string & {})\n`)
  }
  return lines.join('\n')
}

function releases({ since, removed }: Constant): string {
  if (removed !== undefined) return ` Gone by LINSTOR ${removed}.`
  return since === '0.2.2' ? '' : ` From LINSTOR ${since}.`
}

function literal({ type, value }: Constant): string {
  if (type === 'uint64') return `0x${BigInt(value).toString(16)}n`
  return type === 'int' ? String(value) : `'${value}'`
}

const renderDrivers = (names: readonly string[]): string =>
  [
    renderDoc('Names of the storage drivers, as API version 3 spells them.'),
    `export const storageDrivers = [${names.map((name) => `'${name}'`).join(', ')}] as const\n`,
    '\n',
    renderDoc(`Name of a storage driver. ${open}`),
    'export type StorageDriver = (typeof storageDrivers)[number] | (string & {})\n',
  ].join('')
