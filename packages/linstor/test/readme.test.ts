import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNode } from '@x-tooling/testkit'
import { expect, test } from 'vitest'
import { createFakeLinstor } from '../src/testing/index.js'

const folder = join(import.meta.dirname, '..')
const readme = readFileSync(join(folder, 'README.md'), 'utf8')
const [program = '', staged = '', watching = '', objects = '', testing = ''] = readme
  .split('```ts\n')
  .slice(1)
  .map((rest) => rest.slice(0, rest.indexOf('```')))
const firstSentence = (text: string): string => /^(.*?)\.(?: [A-Z].*)?$/.exec(text)?.[1] ?? text
// A new process, on a machine that may have other things to do.
const timeout = 60_000

const seed = {
  nodes: [{ name: 'alpha' }, { name: 'bravo' }],
  storagePools: ['alpha', 'bravo'].map((node) => ({ node, name: 'DfltStorPool', source: 'vg0' })),
}

test('the table of calls has every call, with what it does', () => {
  const { methods } = JSON.parse(readFileSync(join(folder, 'spec/methods.json'), 'utf8')) as {
    methods: { name: string; kind: string; summary: string }[]
  }
  const rows = methods
    .filter(({ kind }) => kind !== 'export')
    .map(({ name, summary }) => `| \`${name}\` | ${firstSentence(summary).replace(/\{@link (\w+)\}/, '`$1`')} |`)
  expect(rows.filter((row) => !readme.includes(row))).toEqual([])
})

test('the program at the beginning creates a node, lists it, and shows why it can not be created again', {
  timeout,
}, async () => {
  await using fake = await createFakeLinstor()
  const here = program.replace('linstor://node-a,node-b', fake.uri)
  expect(await runNode(here, { from: folder })).toMatchObject({ code: 0, stdout: 'alpha SATELLITE\n', stderr: '' })
  const again = await runNode(here, { from: folder })
  expect(again).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('already exists') })
})

test('the pieces of code under it do what is said around them', { timeout }, async () => {
  await using fake = await createFakeLinstor(seed)
  const whole = `
    import { connectLinstor, openResource, Volume } from '@x/linstor'
    import { createFakeLinstor } from '@x/linstor/testing'
    {
      await using linstor = await connectLinstor('${fake.uri}')
      const reader = (async () => { ${watching.replace('else if', 'else if (event.data === undefined) break\nelse if')} })()
      ${objects}
      await web.delete()
      await reader
      await linstor.resourceDfnCreate({ name: 'web' })
      await linstor.volumeDfnCreate({ rscName: 'web', size: 10_240 })
      ${staged}
    }
    {
      ${testing}
      console.log((await linstor.nodeListRaise()).nodes.length, linstor.stats().connections)
    }`
  const { code, stdout, stderr } = await runNode(whole, { from: folder })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const lines = stdout.trim().split('\n')
  expect(lines).toContain('alpha UpToDate')
  expect(lines).toContain(`[ 'alpha', 'bravo' ] /dev/drbd1000`)
  expect(lines.filter((line) => line.includes("'web'")).length).toBeGreaterThan(1)
  expect(lines.at(-1)).toBe('1 2')
})
