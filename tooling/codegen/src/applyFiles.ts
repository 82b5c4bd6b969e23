import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { GeneratedFile } from './GeneratedFile.ts'

/**
 * Brings the tree in line with `files`: writes what differs and deletes what carries the header but is no longer made.
 *
 * @returns One line per file that differed, also when `check` kept it from being written.
 */
export function applyFiles(
  root: string,
  header: string,
  files: readonly GeneratedFile[],
  { check }: { check: boolean },
): string[] {
  const changes: string[] = []
  const wanted = new Set(files.map((file) => file.path))
  for (const { path, content } of files) {
    const target = join(root, path)
    if (existsSync(target) && readFileSync(target, 'utf8') === content) continue
    changes.push(`${existsSync(target) ? 'changed' : 'new'} ${path}`)
    if (check) continue
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, content)
  }
  for (const path of sourceFiles(root)) {
    if (wanted.has(path) || !existsSync(join(root, path))) continue
    if (!readFileSync(join(root, path), 'utf8').startsWith(header)) continue
    changes.push(`left over ${path}`)
    if (!check) rmSync(join(root, path))
  }
  return changes
}

const sourceFiles = (root: string): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', '*.ts'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
    .split('\n')
    .filter((path) => path !== '')
