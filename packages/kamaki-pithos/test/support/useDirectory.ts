import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

/** Makes directories that are removed after the test. */
export function useDirectory(): () => Promise<string> {
  const made: string[] = []
  afterEach(async () => {
    await Promise.all(made.splice(0).map((directory) => rm(directory, { recursive: true })))
  })
  return async () => {
    const directory = await mkdtemp(join(tmpdir(), 'pithos-test-'))
    made.push(directory)
    return directory
  }
}
