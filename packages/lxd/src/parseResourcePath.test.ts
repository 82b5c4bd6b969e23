import { expect, test } from 'vitest'
import { escapeFilter } from './escapeFilter.js'
import { parseResourcePath } from './parseResourcePath.js'

test.each([
  ['/1.0/storage-pools/p1/volumes/custom/v1', 'v1', undefined],
  ['/1.0/storage-pools/p1/volumes/custom/a%253Fb?project=web', 'a?b', 'web'],
  ['/1.0/storage-pools/p1/volumes/custom/a%2520b', 'a b', undefined],
  ['/1.0/storage-pools/p1/volumes/custom/%25C3%25A9', 'é', undefined],
  ['/1.0/storage-pools/p1/volumes/custom/a?b/snapshots/s?1', 's?1', undefined],
  ['/1.0/storage-pools/p1/volumes/custom/100%', '100%', undefined],
  ['/1.0/instances/c1', 'c1', undefined],
])('%s is about %s', (path, name, project) => {
  expect(parseResourcePath(path)).toMatchObject({ name, project, target: undefined })
})

test('all segments are told', () => {
  const { segments, target } = parseResourcePath('/1.0/storage-pools/p%2520x/volumes/custom/v?target=n1')
  expect([segments, target]).toEqual([['storage-pools', 'p x', 'volumes', 'custom', 'v'], 'n1'])
})

test('a value of a filter stands for itself', () => {
  expect(escapeFilter('and')).toBe('\\x{61}nd')
  expect(escapeFilter('a.b "c" é')).toBe('\\x{61}\\x{2e}b\\x{20}\\x{22}c\\x{22}\\x{20}\\x{e9}')
})
