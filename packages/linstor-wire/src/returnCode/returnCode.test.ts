import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  API_CALL_AUTH_REQ,
  API_CALL_PARSE_ERROR,
  CREATED,
  FAIL_EXISTS_NODE,
  FAIL_EXISTS_RSC,
  MASK_CRT,
  MASK_NODE,
  RC_SIGNIN_FAIL,
  UNKNOWN_API_CALL,
  WARN_NOT_FOUND,
} from '../constants/index.js'
import { allSuccess } from './allSuccess.js'
import { decodeReturnCode } from './decodeReturnCode.js'
import { encodeReturnCode, type ReturnCodeParts } from './encodeReturnCode.js'
import { hasReturnCode } from './hasReturnCode.js'
import { isError } from './isError.js'
import { isInfo } from './isInfo.js'
import { isSuccess } from './isSuccess.js'
import { isWarning } from './isWarning.js'
import { noErrors } from './noErrors.js'
import {
  codeNames,
  objectBits,
  operationBits,
  type ReturnCodeObject,
  type ReturnCodeOperation,
  type Severity,
} from './returnCodeTables.js'

const created = 0x00000000013c0001n
const info = 0x4000000000000001n
const warning = 0x80000000000003ean
const exists = 0xc0000000013401f6n

test.each([
  [created, { error: false, warning: false, info: false, success: true }],
  [info, { error: false, warning: false, info: true, success: false }],
  [warning, { error: false, warning: true, info: false, success: false }],
  [exists, { error: true, warning: false, info: false, success: false }],
])('pitfall 47: a code has exactly one severity: %d', (code, expected) => {
  const retCode = { retCode: code }
  expect({ error: isError(code), warning: isWarning(code), info: isInfo(code), success: isSuccess(code) }).toEqual(
    expected,
  )
  expect({
    error: isError(retCode),
    warning: isWarning(retCode),
    info: isInfo(retCode),
    success: isSuccess(retCode),
  }).toEqual(expected)
})

test('pitfall 47: an error is only the one asked for, whatever was done to whatever', () => {
  expect(isError(exists, FAIL_EXISTS_RSC)).toBe(true)
  expect(isError(exists, FAIL_EXISTS_NODE)).toBe(false)
  expect(isError(warning, WARN_NOT_FOUND)).toBe(false)
  expect(hasReturnCode(exists, FAIL_EXISTS_RSC)).toBe(true)
  expect(hasReturnCode(created, CREATED)).toBe(true)
  expect(hasReturnCode(info, CREATED)).toBe(false)
})

test('pitfall 47: all success is not the same as no error', () => {
  expect(allSuccess([created, created])).toBe(true)
  expect(allSuccess([created, { retCode: warning }])).toBe(false)
  expect(allSuccess([info])).toBe(false)
  expect(noErrors([created, { retCode: warning }, info])).toBe(true)
  expect(noErrors([created, { retCode: exists }])).toBe(false)
  expect([allSuccess([]), noErrors([])]).toEqual([true, true])
})

test('pitfall 46: a code that a tool printed as signed is the same code', () => {
  expect(decodeReturnCode(-4611686018407202314n)).toEqual(decodeReturnCode(exists))
  expect(decodeReturnCode(-4611686018407202314n).value).toBe(exists)
  expect(isError(-4611686018407202314n, FAIL_EXISTS_RSC)).toBe(true)
  expect(isWarning(-9223372036854774806n)).toBe(true)
})

test('a code is taken apart', () => {
  expect(decodeReturnCode(exists)).toEqual({
    value: exists,
    severity: 'error',
    operation: 'create',
    object: 'resource',
    code: 502,
    name: 'FAIL_EXISTS_RSC',
  })
  expect(decodeReturnCode(created)).toMatchObject({ severity: 'success', object: 'node', code: 1, name: 'CREATED' })
  expect(decodeReturnCode(info)).toMatchObject({ severity: 'info', operation: 'none', object: 'none', name: undefined })
  expect(decodeReturnCode(0n)).toMatchObject({ severity: 'success', code: 0, name: undefined })
  expect(decodeReturnCode(RC_SIGNIN_FAIL)).toMatchObject({ severity: 'error', code: 10_000, name: 'RC_SIGNIN_FAIL' })
  expect(decodeReturnCode(10_000n)).toMatchObject({ severity: 'success', name: 'RC_SIGNIN_PASS' })
  expect(decodeReturnCode(0x40000n)).toMatchObject({ object: 'unknown' })
})

test.each([
  ['UNKNOWN_API_CALL', UNKNOWN_API_CALL],
  ['API_CALL_AUTH_REQ', API_CALL_AUTH_REQ],
  ['API_CALL_PARSE_ERROR', API_CALL_PARSE_ERROR],
] as const)('%s has no parts and is compared as a whole', (name, code) => {
  const parts = { severity: 'error', operation: 'none', object: 'none', code: 0, name }
  expect(decodeReturnCode(code)).toEqual({ value: code, ...parts })
  expect(encodeReturnCode({ code: name })).toBe(code)
  expect(isError(code, code)).toBe(true)
  expect(hasReturnCode(code, 0xc000000000000000n | (code & 0x7fffn))).toBe(false)
  expect(hasReturnCode(0xc000000000000000n | (code & 0x7fffn), code)).toBe(false)
  expect(() => encodeReturnCode({ code: name, object: 'node' })).toThrow('has no operation and no object')
})

test('a code is put together from a name or a number', () => {
  expect(encodeReturnCode({ operation: 'create', object: 'node', code: 'CREATED' })).toBe(
    MASK_CRT | MASK_NODE | CREATED,
  )
  expect(encodeReturnCode({ operation: 'create', object: 'resource', code: 'FAIL_EXISTS_RSC' })).toBe(exists)
  expect(encodeReturnCode({ severity: 'info', code: 1 })).toBe(info)
  expect(encodeReturnCode({ code: 0 })).toBe(0n)
})

test('whatever is put together is taken apart into the same parts', () => {
  const parts = fc.record({
    severity: fc.constantFrom<Severity[]>('error', 'warning', 'info', 'success'),
    operation: fc.constantFrom(...(Object.keys(operationBits) as ReturnCodeOperation[])),
    object: fc.constantFrom(...(Object.keys(objectBits) as ReturnCodeObject[])),
    code: fc.nat(0x7fff),
  })
  fc.assert(
    fc.property(parts, (sent) => {
      expect(decodeReturnCode(encodeReturnCode(sent))).toMatchObject(sent)
    }),
  )
})

test('every named code comes back by its name', () => {
  for (const [severity, names] of Object.entries(codeNames)) {
    for (const [number, name] of Object.entries(names)) {
      const code = encodeReturnCode({ code: name, operation: 'delete', object: 'snapshot' })
      expect(decodeReturnCode(code)).toMatchObject({ severity, name, code: Number(number), object: 'snapshot' })
    }
  }
})

test.each([
  [{ code: -1 }, 'code'],
  [{ code: 32_768 }, 'code'],
  [{ code: 1.5 }, 'code'],
  [{ code: 'FAIL_EXISTS_TOASTER' }, 'code'],
  [{ code: 'toString' }, 'code'],
  [{ code: 1, severity: 'fatal' }, 'severity'],
  [{ code: 'CREATED', severity: 'error' }, 'severity'],
  [{ code: 1, operation: 'read' }, 'operation'],
  [{ code: 1, object: 'unknown' }, 'object'],
])('%o is refused', (parts, path) => {
  expect(() => encodeReturnCode(parts as ReturnCodeParts)).toThrow(
    expect.objectContaining({ name: 'ConfigurationError', path }),
  )
})

test.each([2n ** 64n, -(2n ** 63n) - 1n])('%d is no return code', (code) => {
  expect(() => decodeReturnCode(code)).toThrow(expect.objectContaining({ name: 'ConfigurationError' }))
})
