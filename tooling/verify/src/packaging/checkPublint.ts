import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import type { WorkspacePackage } from '../findPackages.ts'

/** What publint, in strict mode, says about a packed package. */
export async function checkPublint(
  { manifest }: WorkspacePackage,
  tarball: Uint8Array<ArrayBuffer>,
): Promise<string[]> {
  const { messages, pkg } = await publint({ strict: true, pack: { tarball: tarball.buffer } })
  return messages
    .filter(({ type }) => type !== 'suggestion')
    .map((message) => `${manifest.name} publint: ${formatMessage(message, pkg, { color: false })}`)
}
