import { parseType, type TypeNode } from './parseType.ts'
import type { Tables } from './Tables.ts'
import type { FieldEntry } from './TypesTable.ts'

/** What stands for values of a type: names of what the fake of the tests holds. */
const known: Record<string, unknown> = {
  VolumeName: 'fresh-1',
  VolumeNameOrGlobalId: 'vol-1',
  SnapshotName: 'vol-1.snap',
  SnapshotNameOrGlobalId: 'vol-1.snap',
  GlobalVolumeId: 'remote.a.1',
  VolumeTemplateName: 'tmpl-1',
  PlacementGroupName: 'default',
  RemoteLocationName: 'sofia',
  RemoteClusterName: 'dc2',
  ClusterName: 'dc2',
  ClusterId: 'l1.c1',
  LocationId: 'fresh1',
  SubClusterId: 'c1',
  KvsName: 'bucket-1',
  KvsKeyName: 'key/1',
  VolumeTagName: 'tag-1',
  VolumeTagValue: 'value-1',
  DiskDescription: 'slot 4',
  DiskId: 101,
  ServerId: 1,
  ClientId: 1,
  VagId: 1,
  iSCSIId: 1,
  iSCSIName: 'iqn.2024-01.example:host',
  iSCSIPGName: 'group-1',
  string: 'some text',
  int: 1,
  bool: true,
}

/** A module of the tests: arguments of every call, built from their types. */
export function renderSamples(tables: Tables): string {
  const lines = Object.entries(tables.api.calls).map(([name, call]) => {
    const args = Object.fromEntries(
      Object.entries(call.arguments ?? {}).map(([key, type]) => [key, value(tables, parseType(type), key, true)]),
    )
    const sample = (full: boolean) => {
      if (call.json === undefined) return call.arguments === undefined ? undefined : args
      const json = value(tables, parseType(call.json), '', full)
      return { ...(call.member === undefined ? (json as object) : { [call.member]: json }), ...args }
    }
    return `${name}: { minimal: ${JSON.stringify(sample(false))}, full: ${JSON.stringify(sample(true))} },`
  })
  return [
    '/** Arguments of a call: what it needs, and everything that it takes. */',
    'export interface Sample {\n  minimal: object | undefined\n  full: object | undefined\n}\n',
    '/** Arguments of every call, built from their types. */',
    `export const samples: Readonly<Record<string, Sample>> = {\n${lines.join('\n')}\n}\n`,
  ].join('\n')
}

function value(tables: Tables, node: TypeNode, field: string, full: boolean): unknown {
  switch (node.kind) {
    case 'name':
      return named(tables, node.name, field, full)
    case 'maybe':
    case 'internal':
    case 'default':
      return value(tables, node.of, field, full)
    case 'list':
    case 'set':
      return [value(tables, node.of, field, full)]
    case 'dict':
      return { [String(value(tables, node.key, '', full))]: value(tables, node.value, '', full) }
    case 'only':
      return { [node.member]: value(tables, node.value, node.member, full) }
    case 'either':
      return value(tables, node.options.at(-1)!, field, full)
    case 'const':
      return node.value
  }
}

function named(tables: Tables, name: string, field: string, full: boolean): unknown {
  const { scalars, unions, objects } = tables.types
  if (name in unions) return value(tables, parseType(unions[name]!.type), field, full)
  if (name in objects) return object(tables, tables.fields(name), full)
  // What is created or renamed gets a name that nothing has.
  if ((field === 'name' || field === 'rename') && name.endsWith('Name') && !name.startsWith('iSCSI')) return 'fresh-1'
  if (name in known) return known[name]
  const { kind, values = [], min = 0, multipleOf = 1 } = scalars[name]!
  return kind === 'enum' ? values[0] : kind === 'integerOrToken' ? min : Math.max(min, multipleOf)
}

function object(tables: Tables, fields: Record<string, FieldEntry>, full: boolean): object {
  const wanted = Object.entries(fields).filter(([, { type, expected }]) => {
    const { kind } = parseType(type)
    return full || expected || kind === 'name' || kind === 'either'
  })
  return Object.fromEntries(wanted.map(([name, { type }]) => [name, value(tables, parseType(type), name, full)]))
}
