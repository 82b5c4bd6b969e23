import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Manifest, WorkspacePackage } from '../src/findPackages.ts'

/** A package with the given files, in a folder that is removed after the test. */
export function temporaryPackage(
  name: string,
  files: Record<string, string>,
  manifest: Partial<Manifest> = {},
): WorkspacePackage {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return { name, folder, manifest: { name: `@x/${name}`, version: '0.0.0', ...manifest } }
}
