/** `pnpm build`: builds what changed, and prints what the tools print only when one of them fails. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const begin = performance.now()
const args = ['run', 'build', '--output-logs=errors-only', '--ui=stream', ...process.argv.slice(2)]
const { status, stdout, stderr, error } = spawnSync('turbo', args, {
  cwd: resolve(import.meta.dirname, '../../..'),
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  encoding: 'utf8',
  maxBuffer: 256 * 1024 * 1024,
})
if (error !== undefined) throw error
if (status !== 0) process.stderr.write(`${stdout}${stderr}`)
else console.log(`Packages are built (${((performance.now() - begin) / 1000).toFixed(1)} s).`)
process.exitCode = status ?? 1
