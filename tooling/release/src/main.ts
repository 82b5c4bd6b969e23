/**
 * `pnpm run release`: builds the packages and publishes those whose version is not on the registry yet. Versions come from
 * `changeset version`, which the release workflow proposes as a pull request.
 *
 * `pnpm run release --dry-run`: the whole way from changesets to an installed package, in a copy of the repository and
 * against a registry on loopback. Nothing of it leaves this machine.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from '@x-tooling/verify'
import { dryRun } from './dryRun.ts'

const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } })
const root = resolve(import.meta.dirname, '../../..')

if (values['dry-run']) {
  process.exitCode = (await dryRun(root)) ? 0 : 1
} else {
  for (const [command, ...args] of [
    ['turbo', 'run', 'build'],
    ['changeset', 'publish'],
  ] as const) {
    const { code, output } = await runCommand(root, command, args, { deadlineMs: 900_000 })
    console.log(output.trimEnd())
    if (code !== 0) process.exit(1)
  }
}
