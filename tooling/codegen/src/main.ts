/**
 * `pnpm codegen` writes what every generator makes; `pnpm codegen --check` changes nothing, lists what would change and
 * fails when there is any. One argument without dashes limits it to the generator of that name.
 */
import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { applyFiles } from './applyFiles.ts'
import { formatFiles } from './formatFiles.ts'
import { type Generate, generatedHeader } from './GeneratedFile.ts'

const root = resolve(import.meta.dirname, '../../..')
const check = process.argv.includes('--check')
const only = process.argv.slice(2).find((argument) => !argument.startsWith('-'))

const apis = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(resolve(import.meta.dirname, entry.name, 'generate.ts')))
  .map((entry) => entry.name)
  .filter((name) => only === undefined || name === only)

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
