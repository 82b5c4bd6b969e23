import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '@x-tooling/verify'
import { run } from './run.ts'

/** Copies what git would commit into a repository of its own, with the dependencies installed as they are here. */
export async function copyRepository(root: string, copy: string): Promise<void> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { code, output, stdout } = await runCommand(root, 'git', args, { deadlineMs: 60_000 })
  if (code !== 0) throw new Error(output)
  for (const path of stdout.split('\0')) {
    // A file that was removed is still listed until that is committed.
    if (path !== '' && existsSync(join(root, path))) cpSync(join(root, path), join(copy, path))
  }
  await run(copy, 'git', ['init', '--quiet', '--initial-branch', 'main'])
  await run(copy, 'git', ['config', 'user.name', 'Rehearsal'])
  await run(copy, 'git', ['config', 'user.email', 'rehearsal@example.org'])
  await run(copy, 'git', ['add', '--all'])
  await run(copy, 'git', ['commit', '--quiet', '--message', 'Copy'])
  await run(copy, 'pnpm', ['install', '--frozen-lockfile', '--prefer-offline', '--ignore-scripts'])
}
