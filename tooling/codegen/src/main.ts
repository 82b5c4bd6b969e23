/**
 * `pnpm codegen` writes what every generator makes; `pnpm codegen --check` changes nothing, lists what would change and
 * fails when there is any. Arguments without dashes limit it to the generators of those names.
 */
import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { applyFiles } from './applyFiles.ts'
import { formatFiles } from './formatFiles.ts'
import { type Generate, generatedHeader } from './GeneratedFile.ts'

const root = resolve(import.meta.dirname, '../../..')
const check = process.argv.includes('--check')
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))

const generators = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(resolve(import.meta.dirname, entry.name, 'generate.ts')))
  .map((entry) => entry.name)
const unknown = only.filter((name) => !generators.includes(name))
if (unknown.length > 0) {
  console.error(`no such generator: ${unknown.join(', ')}; there are ${generators.join(', ')}`)
  process.exit(2)
}
const apis = generators.filter((name) => only.length === 0 || only.includes(name))

let stale = 0
for (const api of apis) {
  const module = (await import(pathToFileURL(resolve(import.meta.dirname, api, 'generate.ts')).href)) as {
    generate: Generate
  }
  const header = generatedHeader(api)
  const files = (await module.generate(root)).map((file) => ({ path: file.path, content: header + file.content }))
  const changes = applyFiles(root, header, await formatFiles(root, files), { check })
  for (const change of changes) console.log(`${api}: ${change}`)
  console.log(`${api}: ${files.length} files, ${changes.length} ${check ? 'out of date' : 'changed'}`)
  stale += changes.length
}
if (check && stale > 0) process.exitCode = 1
