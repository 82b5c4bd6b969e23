import { spawnSync } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'

/** Runs a tool of the repository to its end. @returns Its exit code and all that it printed, without colors. */
export function runTool(root: string, command: string, args: readonly string[]): { code: number; output: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: 1_500_000,
  })
  if (error !== undefined) throw error
  return { code: status ?? 1, output: stripVTControlCharacters(`${stdout}${stderr}`) }
}
