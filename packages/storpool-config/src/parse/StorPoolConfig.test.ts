import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { describeOrigin } from './ConfigOrigin.js'
import { mergeStorPoolConfig } from './mergeStorPoolConfig.js'
import { overrideStorPoolConfig } from './overrideStorPoolConfig.js'
import { parseStorPoolConfig } from './parseStorPoolConfig.js'
import { StorPoolConfigError } from './StorPoolConfigError.js'

const merged = (text: string, env?: Record<string, string>) =>
  mergeStorPoolConfig([parseStorPoolConfig(text, { file: 'f' })], { section: 'a', env })

test('each value says where it came from', () => {
  const config = merged('X=1\n[a]\nX=2\nSP_API_HTTP_PORT=82\n', { SP_AUTH_TOKEN: 't', SP_WORKDIR: 'ignored' })
  expect(config.origin('X')).toEqual({ kind: 'file', file: 'f', line: 3, section: 'a' })
  expect(config.origin('SP_AUTH_TOKEN')).toEqual({ kind: 'environment' })
  expect(config.origin('SP_WORKDIR')).toEqual({ kind: 'default' })
  expect(config.origin('SP_NONE')).toBeUndefined()
  const origins = ['X', 'SP_AUTH_TOKEN', 'SP_WORKDIR'].map((name) => describeOrigin(config.origin(name)!))
  expect(origins).toEqual(['f:3', 'environment', 'built-in default'])
})

test('reads like a map', () => {
  const config = overrideStorPoolConfig({ A: 1, B: '' })
  expect([...config]).toEqual([
    ['A', 1],
    ['B', ''],
  ])
  expect([[...config.keys()], [...config.values()], config.size]).toEqual([['A', 'B'], [1, ''], 2])
  expect([config.has('A'), config.has('C'), config.get('B', 'x'), config.get('C', 'x'), config.get('C')]).toEqual([
    true,
    false,
    '',
    'x',
    undefined,
  ])
  expect(config.origin('A')).toEqual({ kind: 'override' })
})

test('typed accessors read numbers, switches and lists, and say which line is wrong', () => {
  const config = merged('N= 007\nBAD=1e3\nON=1\nOFF=0\nLIST=a, b,,c\nEMPTY=\n')
  expect([config.integer('N'), config.boolean('ON'), config.boolean('OFF')]).toEqual([7, true, false])
  expect([config.list('LIST'), config.list('EMPTY')]).toEqual([['a', 'b', 'c'], []])
  expect(() => config.integer('BAD')).toThrow(
    expect.objectContaining({ message: 'BAD is not a whole number (f:2)', file: 'f', line: 2, variable: 'BAD' }),
  )
  expect(() => config.boolean('N')).toThrow(StorPoolConfigError)
  expect(() => config.integer('EMPTY')).toThrow(StorPoolConfigError)
  expect(() => config.require('NONE')).toThrow(expect.objectContaining({ variable: 'NONE' }))
})

test('the address of the API comes with the token kept out of sight', () => {
  const api = merged('SP_AUTH_TOKEN=1556560560\nSP_API_HTTP_HOST=::1\nSP_API_HTTP_PORT= 82 \n').api()
  expect(api).toMatchObject({ host: '::1', port: 82, url: 'http://[::1]:82' })
  expect(api.token.reveal()).toBe('1556560560')
  expect(inspect(api)).not.toContain('1556560560')
})

test.each(['', 'x', '0', '65536'])('the port %j is refused', (port) => {
  expect(() => merged(`SP_AUTH_TOKEN=1\nSP_API_HTTP_PORT=${port}\n`).api()).toThrow(
    expect.objectContaining({ variable: 'SP_API_HTTP_PORT', line: 2 }),
  )
})

test('printing a configuration does not print the token', () => {
  const config = merged('SP_AUTH_TOKEN=1556560560\nSP_A=b\n')
  for (const printed of [JSON.stringify(config), inspect(config)]) {
    expect(printed).not.toContain('1556560560')
    expect(printed).toContain('SP_A')
  }
})
