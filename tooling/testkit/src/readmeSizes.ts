import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The rows `| what is imported | 7.6 kB |` of a package's README: upper bounds in bytes, by what is imported. */
export function readmeSizes(folder: string): Map<string, number> {
  const rows = readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/^\| (.+?) +\| ([\d.]+) kB \|$/gm)
  return new Map([...rows].map(([, what = '', size]) => [what, Number(size) * 1_000]))
}
