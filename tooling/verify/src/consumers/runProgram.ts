import { basename } from 'node:path'
import { runCommand } from '../run/runCommand.ts'

/**
 * Runs a smoke program and says what was wrong; nothing when it printed `done` at its end.
 *
 * @param command - The runtime with its arguments, the program left out.
 */
export async function runProgram(
  folder: string,
  [runtime = '', ...flags]: readonly string[],
  file: string,
): Promise<string | undefined> {
  try {
    const { code, output, stdout } = await runCommand(folder, runtime, [...flags, file], { deadlineMs: 120_000 })
    if (code === 0 && stdout.trimEnd().endsWith('done')) return undefined
    return `${basename(file)} ended with code ${code}\n${output}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
