import { expect, test } from 'vitest'
import type { RuntimeResult } from './RuntimeResult.ts'
import { runtimeTable } from './runtimeTable.ts'

const result = (name: string, kind: RuntimeResult['kind'], runtime: string, problem?: string): RuntimeResult => ({
  package: name,
  kind,
  runtime,
  problem,
})

test('tells what runs where', () => {
  const table = runtimeTable([
    result('a', 'anywhere', 'Node 24'),
    result('a', 'server', 'Node 24'),
    result('b', 'server', 'Node 24', 'no sockets'),
    result('c', 'server', 'Node 24'),
    result('a', 'anywhere', 'Chromium'),
  ])
  expect(table.split('\n')).toEqual([
    '| | Node 24 | Chromium |',
    '|---|---|---|',
    '| `@x/a` | yes | in part |',
    '| `@x/b` | fails | no |',
    '| `@x/c` | yes | no |',
  ])
})
