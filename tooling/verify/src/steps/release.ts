import { runCommand } from '../run/runCommand.ts'
import type { Step } from '../Step.ts'

/** A release is rehearsed: versions, tarballs, a registry, an installation; each part is a check. */
export const release: Step = {
  name: 'release',
  async run({ root }) {
    const isRepository = await runCommand(root, 'git', ['rev-parse'], { deadlineMs: 60_000 }).then(
      ({ code }) => code === 0,
      () => false, // there is no git
    )
    if (!isRepository) {
      return { passed: 0, failures: [], skipped: [{ count: 1, reason: 'a rehearsal copies a git repository' }] }
    }
    const args = ['tooling/release/src/main.ts', '--dry-run']
    const { code, output, stdout } = await runCommand(root, process.execPath, args, { deadlineMs: 900_000 })
    const results = [...stdout.matchAll(/^(ok {2}|FAIL) {2}\s*[\d.]+ s {2}(.*)$/gm)]
    const failures = results.filter(([, state]) => state === 'FAIL').map(([, , name]) => name!)
    if (code !== 0 && failures.length === 0) failures.push('the rehearsal')
    return { passed: results.filter(([, state]) => state !== 'FAIL').length, failures, output }
  },
}
