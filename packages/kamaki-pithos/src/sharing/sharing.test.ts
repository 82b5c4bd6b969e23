import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatSharing } from './formatSharing.js'
import { parseSharing } from './parseSharing.js'

test('reads what the server answers, and nothing where nothing is shared', () => {
  expect(parseSharing('read=a:band,b; write=*')).toEqual({ read: ['a:band', 'b'], write: ['*'] })
  expect(parseSharing(undefined)).toEqual({ read: [], write: [] })
  expect(parseSharing('')).toEqual({ read: [], write: [] })
  expect(parseSharing('list=c; read=a')).toEqual({ read: ['a'], write: [] })
})

test('what is written is read back', () => {
  const id = fc.stringMatching(/^[a-z0-9:*-]{1,12}$/)
  const ids = fc.array(id, { maxLength: 4 })
  fc.assert(
    fc.property(ids, ids, (read, write) => {
      expect(parseSharing(formatSharing({ read, write }))).toEqual({ read, write })
    }),
  )
})

test.each(['a,b', 'a;write=*', 'a=b', '~a', '', 'a b'])('«%s» is no id: it could be taken for more', (id) => {
  expect(() => formatSharing({ read: [id] })).toThrow(/can't be shared with/)
})
