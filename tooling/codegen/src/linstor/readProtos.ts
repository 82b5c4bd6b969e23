import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import protobuf from 'protobufjs'
import type { ProtoEnum, ProtoField, ProtoMessage } from './ProtoMessage.ts'

/**
 * Reads every message of `proto/`. The files of API version 3 come first: they are the primary ones, those of version 2
 * are only what version 3 can't speak.
 */
export function readProtos(root: string): ProtoMessage[] {
  const folder = resolve(root, 'proto')
  const proto = new protobuf.Root()
  const sources = globSync('v*/**/*.proto', { cwd: folder }).sort()
  for (const source of sources) {
    const text = readFileSync(resolve(folder, source), 'utf8')
    protobuf.parse(text, proto, { keepCase: true, alternateCommentMode: true })
  }
  proto.resolveAll()
  return sources.map((source) => toMessage(proto, source)).sort((one, other) => order(one) - order(other))
}

const order = (message: ProtoMessage): number => (message.module.startsWith('v2/') ? 1 : 0)

function toMessage(proto: protobuf.Root, source: string): ProtoMessage {
  const path = source.replace(/\.proto$/, '')
  const type = proto.lookupType(`linstor.${path.replaceAll('/', '.')}`)
  const fields = type.fieldsArray
    .map((field) => toField(field.resolve()))
    .sort((one, other) => one.number - other.number)
  return {
    name: type.name,
    module: moduleOf(type),
    source: `proto/${source}`,
    comment: commentOf(type),
    fields,
    enums: type.nestedArray.filter((nested) => nested instanceof protobuf.Enum).map(toEnum),
    imports: new Map(
      type.fieldsArray.flatMap(({ resolvedType }) =>
        resolvedType instanceof protobuf.Type ? [[resolvedType.name, moduleOf(resolvedType)] as const] : [],
      ),
    ),
  }
}

// The messages of version 3 have no folder of their own: nearly all of them are those of version 2 as well.
const moduleOf = (type: protobuf.Type): string =>
  type.fullName.slice('.linstor.'.length).replaceAll('.', '/').replace(/^v3\//, '')

function toField(field: protobuf.Field): ProtoField {
  const { resolvedType } = field
  return {
    name: field.name.replace(/_([a-z0-9])/g, (_, next: string) => next.toUpperCase()),
    number: field.id,
    label: field.repeated ? 'repeated' : field.required ? 'required' : 'optional',
    type: resolvedType === null ? field.type : resolvedType instanceof protobuf.Enum ? 'enum' : 'message',
    typeName: resolvedType?.name,
    asNumber: field.options?.['jstype'] === 'JS_NUMBER',
    comment: commentOf(field),
  }
}

const toEnum = (type: protobuf.Enum): ProtoEnum => ({
  name: type.name,
  comment: commentOf(type),
  values: Object.entries(type.values).map(([name, number]) => ({
    name,
    number,
    comment: type.comments[name] ?? fail(`${type.fullName}.${name} has no comment`),
  })),
})

const commentOf = (object: protobuf.ReflectionObject): string =>
  object.comment ?? fail(`${object.fullName} has no comment`)

function fail(message: string): never {
  throw new Error(message)
}
