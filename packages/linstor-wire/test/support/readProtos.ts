import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import protobuf from 'protobufjs'

const folder = resolve(import.meta.dirname, '../../../../proto')

/** The .proto files as protobufjs' own reflection sees them: an implementation to compare with. */
export function readProtos(): protobuf.Root {
  const root = new protobuf.Root()
  for (const file of globSync('v*/**/*.proto', { cwd: folder })) {
    protobuf.parse(readFileSync(resolve(folder, file), 'utf8'), root, { keepCase: true })
  }
  root.resolveAll()
  return root
}
