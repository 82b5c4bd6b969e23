import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import surface from '../spec/pylxd-methods.json' with { type: 'json' }
import { createLxd } from '../src/index.js'

interface Row {
  /** Heading of the table: `client`, or the manager. */
  manager: string
  theirs: string
  ours: string
  file: string
  title: string
}

const rows = readRows(readFileSync(join(import.meta.dirname, '../PARITY.md'), 'utf8'))

function readRows(text: string): Row[] {
  const found: Row[] = []
  let manager = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) manager = /\(`(.+)`\)$/.exec(line)?.[1] ?? line.slice(3).toLowerCase()
    const [, theirs = '', ours = '', where = ''] = line.split('|').map((cell) => cell.trim())
    const [, file, title] = /^`([^`]+)`: (.+)$/.exec(where) ?? []
    if (file !== undefined && title !== undefined) {
      found.push({ manager, theirs: theirs.replaceAll('`', ''), ours, file, title })
    }
  }
  return found
}

test('every method of pylxd is in the table, once', () => {
  const { client, managers } = surface
  const expected = [...client.methods, ...client.properties, 'Client'].map((name) => `client ${name}`)
  for (const [name, { manager, object }] of Object.entries(managers)) {
    expected.push(...manager.map((method) => `${name} ${method}`), ...object.map((method) => `${name} .${method}`))
  }
  expect(rows.map(({ manager, theirs }) => `${manager} ${theirs}`).sort()).toEqual(expected.sort())
})

test('every test that the table names exists', () => {
  const files = new Map<string, string>()
  for (const folder of ['', 'suites', 'e2e']) {
    const path = join(import.meta.dirname, folder)
    for (const name of readdirSync(path).filter((one) => one.endsWith('.ts'))) {
      files.set(join(folder, name), readFileSync(join(path, name), 'utf8'))
    }
  }
  const isMissing = ({ file, title }: Row) => files.get(file)?.includes(`'${title}'`) !== true
  expect(rows.filter(isMissing).map(({ file, title }) => `${file}: ${title}`)).toEqual([])
})

test('what the table says of the client is there', async () => {
  await using lxd = createLxd({ fetch: globalThis.fetch })
  const named = rows.flatMap(({ ours }) =>
    [...ours.matchAll(/`(?:\(await )?lxd\.([\w.]+)\(/g)].map(([, path = '']) => path),
  )
  const find = (path: string) => path.split('.').reduce<unknown>((object, key) => Reflect.get(Object(object), key), lxd)
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((path) => typeof find(path) !== 'function')).toEqual([])
})
