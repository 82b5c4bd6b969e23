import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSpecs } from '@x-tooling/codegen/kamaki'
import { camelCase } from './camelKeys.ts'
import type { ReferenceMethod } from './ReferenceMethod.ts'

/** Where a package does something else than the reference on purpose. */
export interface Difference {
  /** What the reference does. */
  readonly there: string
  /** What the package does. */
  readonly here: string
  /** The test that shows it: file below the package, and the beginning of its title. */
  readonly test: readonly [file: string, title: string]
}

/** What a page about parity is made of. */
export interface ParityPageParameters {
  /** Name of the package. */
  readonly name: string
  readonly methods: readonly ReferenceMethod[]
  /** What stands for a method of the reference. */
  readonly standsFor: (method: ReferenceMethod) => string
  /** Tables in `spec`, or their calls with what they do; those that the reference lacks are listed. */
  readonly tables: readonly string[] | Readonly<Record<string, { doc: string }>>
  /** Where the methods are seen. @default `test/referenceMethods.test.ts` and `test/recorded.test.ts` */
  readonly seen?: string
  readonly differences: readonly Difference[]
  /** Folder of the package. */
  readonly folder: string
}

/** The tests of a package that make a call. */
function testsThatCall(folder: string, name: string): string[] {
  const files = readdirSync(join(folder, 'test')).filter((file) => file.endsWith('.test.ts'))
  const makes = new RegExp(`\\b${name}\\(`)
  return files.filter((file) => makes.test(readFileSync(join(folder, 'test', file), 'utf8')))
}

const seenByDefault = `Every method that sends something is seen sending all that it is given in \`test/referenceMethods.test.ts\`, and those
that were recorded are compared with the recordings in \`test/recorded.test.ts\`. The last column names the tests that
make the call besides.`

const plain = (text: string) => text.replaceAll('|', '\\|').replaceAll(': ', ' — ')

/**
 * The page that says what became of every method of the reference, what is new, and what differs on purpose.
 *
 * @throws when an addition has no test, or a test that is named is not there.
 */
export function parityPage(parameters: ParityPageParameters): string {
  const { name, methods, standsFor, tables, seen = seenByDefault, differences, folder } = parameters
  const methodRows = methods.map((method) => {
    const tests = testsThatCall(folder, camelCase(method.method)).join(', ')
    return `| \`${method.client}.${method.method}\` | ${standsFor(method)} | ${plain(method.request)} | ${tests} |`
  })
  const known = new Set(methods.map(({ method }) => camelCase(method)))
  const calls = Array.isArray(tables)
    ? loadSpecs(join(folder, 'spec'), tables).flatMap((table) => Object.entries(table.calls))
    : Object.entries(tables as Readonly<Record<string, { doc: string }>>)
  const additions = calls.filter(([call]) => !known.has(call))
  const additionRows = additions.map(([call, { doc }]) => {
    const tests = testsThatCall(folder, call)
    if (tests.length === 0) throw new Error(`no test calls ${call}`)
    return `| \`${call}\` | ${doc.replaceAll('|', '\\|')} | ${tests.join(', ')} |`
  })
  const differenceRows = differences.map(({ there, here, test: [file, title] }) => {
    if (!readFileSync(join(folder, file), 'utf8').includes(title)) throw new Error(`${file} has no test «${title}»`)
    return `| ${there} | ${here} | ${file}: ${plain(title)} |`
  })
  return [
    '# Every method of the Python library',
    '',
    `What stands in ${name} for each public method of kamaki 0.17, what it has besides, and what it does differently on`,
    'purpose. Written by `test/parity.test.ts`, which fails when it is out of date; `vitest run -u` writes it anew.',
    '',
    seen,
    '',
    '| Python | here | request | tests |',
    '| --- | --- | --- | --- |',
    ...methodRows,
    '',
    '## What the Python library lacks',
    '',
    '| call | does | tests |',
    '| --- | --- | --- |',
    ...additionRows,
    '',
    '## What differs on purpose',
    '',
    '| kamaki 0.17 | here | test |',
    '| --- | --- | --- |',
    ...differenceRows,
    '',
  ].join('\n')
}
