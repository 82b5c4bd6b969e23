import { expect, test } from 'vitest'
import { temporaryPackage } from '../../test/temporaryPackage.ts'
import { checkImports } from './checkImports.ts'

test('accepts files of the package, allowed packages, and tooling in tests', () => {
  const entry = temporaryPackage('linstor', {
    'src/index.ts': `export { a } from './a.js'\nimport type { B } from '@x/linstor-wire/messages/B'\nimport 'node:net'`,
    'src/a.ts': `import '@x/core-errors'; import spec from '../spec/api.json' with { type: 'json' }; export const a = spec`,
    'src/a.test.ts': `import { bundle } from '@x-tooling/testkit'`,
  })
  expect(checkImports(entry)).toEqual([])
})

test('refuses forbidden arrows, tooling, files outside and .ts extensions, also in types and dynamic imports', () => {
  const entry = temporaryPackage('linstor', {
    'src/index.ts': [
      `import type { Lxd } from '@x/lxd'`,
      `export const load = () => import('@x/storpool/actions')`,
      `import '@x-tooling/demo'`,
      `export * from '../../lxd/src/index.js'`,
      `export * from './other.ts'`,
    ].join('\n'),
  })
  expect(checkImports(entry).sort()).toEqual([
    '@x/linstor src/index.ts: ../../lxd/src/index.js leaves the package',
    '@x/linstor src/index.ts: ./other.ts does not end in .js',
    '@x/linstor src/index.ts: @x-tooling/demo is tooling',
    '@x/linstor src/index.ts: @x/lxd is a forbidden arrow',
    '@x/linstor src/index.ts: @x/storpool/actions is a forbidden arrow',
  ])
})
