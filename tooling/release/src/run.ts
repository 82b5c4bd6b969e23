import { runCommand } from '@x-tooling/verify'

/** Runs a command. @throws {Error} with its output when it fails. */
export async function run(folder: string, command: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runCommand(folder, command, args, { deadlineMs: 600_000 })
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}\n${output}`)
}
