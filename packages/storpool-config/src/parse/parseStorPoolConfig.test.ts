import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseStorPoolConfig } from './parseStorPoolConfig.js'
import { isStorPoolConfigError, StorPoolConfigError } from './StorPoolConfigError.js'

const pairs = (text: string) => parseStorPoolConfig(text).assignments.map(({ name, value }) => [name, value])

test('says section and line of each assignment', () => {
  expect(parseStorPoolConfig('# top\nA=1\n[one]\n\nB=2\\\n3\nC=4\n', { file: 'x' })).toEqual({
    file: 'x',
    sections: ['one'],
    assignments: [
      { section: '', name: 'A', value: '1', line: 2 },
      { section: 'one', name: 'B', value: '23', line: 5 },
      { section: 'one', name: 'C', value: '4', line: 7 },
    ],
  })
})

test('a byte order mark is not part of the first name', () => {
  expect(pairs('\ufeffA=1')).toEqual([['A', '1']])
})

test('white space is that of Unicode with NEL and separators, without the byte order mark', () => {
  expect(pairs('\x85\x1cA\u2003=\xa0 1 \u3000\n')).toEqual([['A', '1']])
  expect(pairs('\ufeff\ufeffA=1')).toEqual([['\ufeffA', '1']])
})

test.each(['name', '= x', 'A B = x', 'export A=x', 'A: x', '[x] # c', '[x', '[]'])(
  'refuses %j with its line',
  (bad) => {
    const attempt = () => parseStorPoolConfig(`# a\r\n${bad}\r\n`, { file: '/etc/storpool.conf' })
    expect(attempt).toThrow(StorPoolConfigError)
    expect(attempt).toThrow(
      expect.objectContaining({ file: '/etc/storpool.conf', line: 2, path: '/etc/storpool.conf:2' }),
    )
  },
)

test('a bad line is not quoted in the error, since it may hold the token', () => {
  expect(() => parseStorPoolConfig('SP_AUTH_TOKEN 1556560560218011653')).toThrow(/^(?!.*1556560560218011653)/)
})

test('a value that still goes on at the end of the text is an error that names the line it began on', () => {
  expect(() => parseStorPoolConfig('A=1\nB=2\\\n3\\\n', { file: 'f' })).toThrow(
    expect.objectContaining({ line: 2, variable: 'B', message: 'f:2: the value of B goes on (\\) but the file ends' }),
  )
})

test('any text is either understood or refused with the typed error', () => {
  const piece = fc.constantFrom('A', 'b', '=', '[', ']', '\\', '\n', '\r', ' ', '\t', '#', ';', '\x0b', '\x85', 'é')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      try {
        for (const { name, line } of parseStorPoolConfig(pieces.join('')).assignments) {
          expect(name).not.toMatch(/[\s=]/)
          expect(line).toBeGreaterThan(0)
        }
      } catch (error) {
        expect(isStorPoolConfigError(error)).toBe(true)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('lines of 100 kB of blanks are read like any other', () => {
  const blanks = ' '.repeat(100_000)
  expect(() => parseStorPoolConfig(`A${blanks}B`)).toThrow(StorPoolConfigError)
  expect(() => parseStorPoolConfig(`[${blanks}x`)).toThrow(StorPoolConfigError)
  expect(pairs(`A=${blanks}\\\nb`)).toEqual([['A', 'b']])
})
