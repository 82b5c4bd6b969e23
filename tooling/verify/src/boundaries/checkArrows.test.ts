import { expect, test } from 'vitest'
import { allowedArrows, developmentArrows } from './allowedArrows.ts'
import { checkArrows } from './checkArrows.ts'

const entry = (name: string, fields: object) => ({
  name,
  folder: '/nowhere',
  manifest: { name: `@x/${name}`, version: '0.0.0', ...fields },
})

test('accepts the arrows of the table, tooling for development, and foreign packages', () => {
  const fields = {
    dependencies: { '@x/core-errors': 'workspace:^', zod: '^4.0.0' },
    peerDependencies: { '@x/storpool-config': 'workspace:^' },
    devDependencies: { '@x-tooling/build': 'workspace:*' },
  }
  expect(checkArrows(entry('storpool', fields))).toEqual([])
})

test.each(['dependencies', 'peerDependencies', 'optionalDependencies', 'devDependencies'])(
  'refuses an arrow that the table does not have in %s',
  (field) => {
    expect(checkArrows(entry('core-errors', { [field]: { '@x/lxd': 'workspace:^' } }))).toEqual([
      `@x/core-errors ${field}: @x/lxd is forbidden`,
    ])
  },
)

test('refuses tooling outside devDependencies, a package that is not in the table, and another name', () => {
  expect(checkArrows(entry('lxd', { dependencies: { '@x-tooling/build': 'workspace:*' } }))).toHaveLength(1)
  expect(checkArrows(entry('extra', {}))).toEqual(['packages/extra is not in the table of packages'])
  expect(checkArrows(entry('lxd', { name: '@x/lxc' }))).toEqual(['packages/lxd is named @x/lxc, not @x/lxd'])
})

test('what examples use is no dependency of what is published', () => {
  const pithos = { '@x/kamaki-pithos': 'workspace:^' }
  expect(checkArrows(entry('kamaki-cyclades', { devDependencies: pithos }))).toEqual([])
  expect(checkArrows(entry('kamaki-cyclades', { dependencies: pithos }))).toHaveLength(1)
})

test('the table itself has no cycle', () => {
  const below = (name: string, path: readonly string[] = []): void => {
    expect(path).not.toContain(name)
    for (const next of [...allowedArrows[name]!, ...(developmentArrows[name] ?? [])]) below(next, [...path, name])
  }
  for (const name of Object.keys(allowedArrows)) below(name)
})
