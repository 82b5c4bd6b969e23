import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPackages } from '@x-tooling/verify'
import { bumpsOf } from './bumpsOf.ts'
import { copyRepository } from './copyRepository.ts'
import { hasChangesets } from './hasChangesets.ts'
import { installPublished } from './installPublished.ts'
import { run } from './run.ts'
import { startRegistry } from './startRegistry.ts'

/** Rehearses a release, a line per part. Answers whether all went well. */
export async function dryRun(root: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  const copy = join(folder, 'repository')
  const registry = await startRegistry(join(folder, 'registry'))
  // What vouches for where a package was built is there in continuous integration alone.
  process.env['NPM_CONFIG_PROVENANCE'] = 'false'
  try {
    await part('the repository is copied', () => copyRepository(root, copy))
    await part('changesets become versions', async () => {
      // There are none once the versions are merged, and then `changeset version` fails.
      if (hasChangesets(copy)) {
        await run(copy, 'changeset', ['version'])
        await run(copy, 'git', ['commit', '--all', '--quiet', '--message', 'Versions'])
      }
      const unversioned = findPackages(copy, 'packages').filter(({ manifest }) => manifest.version === '0.0.0')
      if (unversioned.length > 0) throw new Error(`${unversioned.map(({ name }) => name).join(', ')} have no version`)
    })
    await part('the packages are built', () => run(copy, 'turbo', ['run', 'build', '--output-logs=errors-only']))
    const packages = findPackages(copy, 'packages')
    await part(`${packages.length} packages are published on loopback`, async () => {
      registry.configure(copy)
      await run(copy, 'changeset', ['publish'])
      const published = registry.published()
      const missing = packages.filter(({ manifest }) => !published.includes(`${manifest.name}@${manifest.version}`))
      if (missing.length > 0) throw new Error(`${missing.map(({ name }) => name).join(', ')} are not there`)
    })
    await part('they are installed from there and loaded', () =>
      installPublished(packages, root, join(folder, 'consumer'), registry),
    )
    for (const { name, manifest } of packages) {
      await part(`a patch of ${name} is a version of it alone`, async () => {
        const bumped = await bumpsOf(copy, manifest.name)
        if (bumped.join() !== name) throw new Error(`it changes ${bumped.join(', ')}`)
      })
    }
    return true
  } catch {
    return false // the part has said why
  } finally {
    await registry.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function part(name: string, work: () => Promise<void>): Promise<void> {
  const begin = performance.now()
  const state = await work().then(
    () => 'ok  ',
    (error: unknown) => {
      console.log(error instanceof Error ? error.message : error)
      return 'FAIL'
    },
  )
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  console.log(`${state}  ${`${seconds} s`.padStart(8)}  ${name}`)
  if (state === 'FAIL') throw new Error(name)
}
