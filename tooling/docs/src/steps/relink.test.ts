import { expect, test } from 'vitest'
import { relink } from './relink.ts'

test('points to documents that moved too, and keeps of other links the text', () => {
  const targets = new Map([
    ['docs/guides/a.md', 'markdown/guides/a.md'],
    ['packages/lxd/README.md', 'markdown/packages/lxd.md'],
  ])
  const text = [
    '<!-- code: x.ts -->',
    '',
    '[LXD](../../packages/lxd#errors), [parity](../../packages/lxd/PARITY.md), [web](https://example.org), [here](#a)',
  ].join('\n')
  expect(relink({ path: 'docs/guides/a.md', target: 'markdown/guides/a.md', text }, targets)).toBe(
    '[LXD](../packages/lxd.md#errors), parity, [web](https://example.org), [here](#a)',
  )
})
