/**
 * `pnpm run docs`: puts the type-checked code and the tables of names into the guides and READMEs, makes the reference
 * of each package (`packages/<name>/site/reference.json`) and the `site` of all together, adds the playground and `llms.txt`, and checks
 * links and doc comments. With `--check` the guides are compared and not written.
 */
import { resolve } from 'node:path'
import { embedAll } from './embed/embedAll.ts'
import { addPlayground } from './steps/addPlayground.ts'
import { buildReferences } from './steps/buildReferences.ts'
import { buildSite } from './steps/buildSite.ts'
import { checkComments } from './steps/checkComments.ts'
import { checkLinks } from './steps/checkLinks.ts'
import { writeLlms } from './steps/writeLlms.ts'

const root = resolve(import.meta.dirname, '../../..')
const site = resolve(root, 'site')
const check = process.argv.includes('--check')

const works = [
  () => embedAll(root, { check }),
  () => buildReferences(root),
  () => buildSite(root, site),
  () => checkComments(site),
  () => addPlayground(root, site),
  () => writeLlms(root, site),
  () => checkLinks(site),
]

let failed = 0
for (const work of works) {
  const { name, problems } = await work()
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${name}`)
  for (const problem of problems) console.log(`      ${problem}`)
  failed += problems.length
}
if (failed > 0) process.exitCode = 1
else console.log(`The site is in ${site}; its playground needs a server: pnpm run docs:serve`)
