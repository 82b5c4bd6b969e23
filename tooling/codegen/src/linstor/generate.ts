import type { GeneratedFile } from '../GeneratedFile.ts'
import { readProtos } from './readProtos.ts'
import { renderMessage } from './renderMessage.ts'

/** Makes the modules of `@x/linstor-wire` from the .proto files at the root of the repository. */
export function generate(root: string): GeneratedFile[] {
  const messages = readProtos(root)
  return messages.map((message) => ({
    path: `packages/linstor-wire/src/messages/${message.module}.ts`,
    content: renderMessage(message),
  }))
}
