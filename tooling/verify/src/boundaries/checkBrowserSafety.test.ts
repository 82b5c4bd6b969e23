import { expect, test } from 'vitest'
import { temporaryPackage } from '../../test/temporaryPackage.ts'
import { checkBrowserSafety } from './checkBrowserSafety.ts'

const exports = (...names: string[]) =>
  Object.fromEntries(
    names.map((name) => [
      name === 'index' ? '.' : `./${name}`,
      { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
    ]),
  )

test('finds modules of Node behind other files, dynamic imports and other packages', () => {
  const errors = temporaryPackage(
    'core-errors',
    { 'dist/index.js': '', 'dist/testing.js': `import { createServer } from 'node:http'` },
    { exports: exports('index', 'testing') },
  )
  const lxd = temporaryPackage(
    'lxd',
    {
      'dist/index.js': `export const open = () => import('./socket.js')`,
      'dist/socket.js': `import 'net'`,
      'dist/testing.js': `import '@x/core-errors/testing'`,
      'dist/safe.js': `import '@x/core-errors'; import 'zod/mini'`,
    },
    { exports: exports('index', 'testing', 'safe') },
  )
  const found = checkBrowserSafety(lxd, [errors, lxd], {})
  expect(found.map(({ entry }) => entry)).toEqual(['@x/lxd', '@x/lxd/testing', '@x/lxd/safe'])
  expect(found[0]?.problem).toMatch(/^reaches net: .*index.js -> .*socket.js -> net$/)
  expect(found[1]?.problem).toMatch(/^reaches node:http: /)
  expect(found[2]).not.toHaveProperty('problem')
})

test('accepts what the table lists, and refuses what it lists without need', () => {
  const lxd = temporaryPackage(
    'lxd',
    { 'dist/index.js': '', 'dist/node.js': `import 'node:net'` },
    { exports: exports('index', 'node') },
  )
  expect(checkBrowserSafety(lxd, [lxd], { lxd: ['./node'] })).toEqual([{ entry: '@x/lxd' }, { entry: '@x/lxd/node' }])
  expect(checkBrowserSafety(lxd, [lxd], { lxd: ['.', './node', './gone'] })).toEqual([
    { entry: '@x/lxd', problem: 'is listed as Node-only, but imports nothing of Node' },
    { entry: '@x/lxd/node' },
    { entry: '@x/lxd ./gone', problem: 'does not exist' },
  ])
})

test('does not follow what the manifest keeps from browsers', () => {
  const files = { 'dist/index.js': `import('./socket.js')`, 'dist/socket.js': `import 'node:net'` }
  const lxd = temporaryPackage('lxd', files, { exports: exports('index'), browser: { './dist/socket.js': false } })
  expect(checkBrowserSafety(lxd, [lxd], {})).toEqual([{ entry: '@x/lxd' }])
})

test('follows every file of an entry point with a star', () => {
  const wire = temporaryPackage(
    'linstor-wire',
    { 'dist/messages/common/Uuid.js': '', 'dist/messages/Node.js': `import 'node:fs'` },
    { exports: { './messages/*': { types: './dist/messages/*.d.ts', default: './dist/messages/*.js' } } },
  )
  const found = checkBrowserSafety(wire, [wire], {})
  expect(found.find(({ entry }) => entry === '@x/linstor-wire/messages/common/Uuid')).not.toHaveProperty('problem')
  expect(found.find(({ entry }) => entry === '@x/linstor-wire/messages/Node')?.problem).toMatch(/^reaches node:fs/)
})
