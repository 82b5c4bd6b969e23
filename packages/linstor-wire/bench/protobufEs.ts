import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { create, createFileRegistry, type DescMessage } from '@bufbuild/protobuf'
import {
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
} from '@bufbuild/protobuf/wkt'
import protobuf from 'protobufjs'

/**
 * A message of API version 3 for protobuf-es. What its generator writes is this descriptor and nothing else: there is
 * no generated code that could be faster.
 */
export function protobufEsMessage(name: string): DescMessage {
  const root = new protobuf.Root()
  const folder = resolve(import.meta.dirname, '../../../proto')
  for (const file of globSync('v3/*.proto', { cwd: folder })) {
    protobuf.parse(readFileSync(resolve(folder, file), 'utf8'), root)
  }
  root.resolveAll()
  const types = (root.lookup('linstor.v3') as protobuf.Namespace).nestedArray.filter(
    (type) => type instanceof protobuf.Type,
  )
  const file = create(FileDescriptorProtoSchema, {
    name: 'linstor.proto',
    package: 'linstor.v3',
    syntax: 'proto2',
    messageType: types.map((type) => ({
      name: type.name,
      field: type.fieldsArray.map(describeField),
      enumType: type.nestedArray
        .filter((nested) => nested instanceof protobuf.Enum)
        .map(({ name, values }) => ({
          name,
          value: Object.entries(values).map(([name, number]) => ({ name, number })),
        })),
    })),
  })
  const message = createFileRegistry(create(FileDescriptorSetSchema, { file: [file] })).getMessage(`linstor.v3.${name}`)
  if (message === undefined) throw new Error(`no message ${name}`)
  return message
}

function describeField(field: protobuf.Field) {
  const { resolvedType } = field
  const type = resolvedType === null ? field.type : resolvedType instanceof protobuf.Enum ? 'enum' : 'message'
  const label = field.repeated ? 'REPEATED' : field.required ? 'REQUIRED' : 'OPTIONAL'
  return create(FieldDescriptorProtoSchema, {
    name: field.name,
    number: field.id,
    label: FieldDescriptorProto_Label[label],
    type: FieldDescriptorProto_Type[type.toUpperCase() as keyof typeof FieldDescriptorProto_Type],
    ...(resolvedType && { typeName: resolvedType.fullName }),
  })
}
