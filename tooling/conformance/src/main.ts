/**
 * `pnpm conformance [library …] [--install]`: the vendors' own Python libraries drive the fakes. Prints one line per check;
 * what can't run here is skipped with a reason. `--install` fetches the libraries first.
 */
import { parseArgs } from 'node:util'
import { findPython } from './python/findPython.ts'
import { installLibraries } from './python/installLibraries.ts'
import { whyMissing } from './python/whyMissing.ts'
import { suites } from './suites.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { install: { type: 'boolean', default: false } },
})
const unknown = positionals.filter((name) => !suites.some((suite) => suite.name === name))
if (unknown.length > 0) {
  console.error(`no such library: ${unknown.join(', ')}; there are ${suites.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}
const obstacle = values.install ? installLibraries() : undefined
if (obstacle !== undefined) console.log(`The libraries can't be installed: ${obstacle}`)

const python = findPython()
let passed = 0
let failed = 0
let skipped = 0
for (const suite of suites.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const missing = whyMissing(python, suite.module)
  if (missing !== undefined) {
    skipped++
    console.log(`SKIP  ${suite.name}: ${missing}`)
    continue
  }
  for await (const { name, failure } of suite.run(python)) {
    if (failure === undefined) passed++
    else failed++
    console.log(`${failure === undefined ? 'ok  ' : 'FAIL'}  ${suite.name}: ${name}`)
    if (failure !== undefined) console.log(`      ${failure.replaceAll('\n', '\n      ')}`)
  }
}
if (skipped > 0) {
  const orInstall = values.install ? '' : ', or run with --install'
  console.log(`Set CONFORMANCE_PYTHON to an interpreter that has the libraries${orInstall}.`)
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed === 0 ? 0 : 1)
