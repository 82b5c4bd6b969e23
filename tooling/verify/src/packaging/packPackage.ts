import type { WorkspacePackage } from '../findPackages.ts'
import { runCommand } from '../run/runCommand.ts'

/** Path of a package's tarball as it would be published, with the protocols of the workspace replaced by versions. */
export async function packPackage({ folder, name }: WorkspacePackage, destination: string): Promise<string> {
  const args = ['pack', '--pack-destination', destination, '--json']
  const { code, output, stdout } = await runCommand(folder, 'pnpm', args, { deadlineMs: 120_000 })
  if (code !== 0) throw new Error(`${name} cannot be packed\n${output}`)
  const { filename } = JSON.parse(stdout) as { filename: string }
  return filename
}
