import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { GeneratedFile } from './GeneratedFile.ts'

/** Formats files as the linter of the repository wants them, so that generated code needs no exception there. */
export async function formatFiles(root: string, files: readonly GeneratedFile[]): Promise<GeneratedFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'codegen-'))
  try {
    for (const { path, content } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    copyFileSync(resolve(root, 'biome.json'), join(folder, 'biome.json'))
    execFileSync(
      resolve(root, 'node_modules/.bin/biome'),
      ['check', '--write', '--vcs-enabled=false', '--log-level=error', '--config-path', folder, folder],
      { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    return files.map(({ path }) => ({ path, content: readFileSync(join(folder, path), 'utf8') }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
