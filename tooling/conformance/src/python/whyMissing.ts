import { spawnSync } from 'node:child_process'

const deadlineMs = 30_000

/** Why a module can't be used with an interpreter; `undefined` when it can. */
export function whyMissing(python: string, module: string): string | undefined {
  const { error, status, stderr } = spawnSync(python, ['-c', `import ${module}`], {
    timeout: deadlineMs,
    encoding: 'utf8',
  })
  if (error !== undefined) return `${python} does not run: ${error.message}`
  return status === 0 ? undefined : `${python} has no ${module}: ${stderr.trim().split('\n').at(-1)}`
}
