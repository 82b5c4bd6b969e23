import type { GeneratedFile } from '../GeneratedFile.ts'
import type { ConstantsTable } from './ConstantsTable.ts'

/** Writes the tables that split a return code into its parts and name its code number. */
export function renderReturnCodes({ returnCode, constants }: ConstantsTable): GeneratedFile {
  const { severity, operation, object, code } = returnCode
  const codes = constants.filter(({ type, group }) => type === 'uint64' && group !== 'mask')
  const split = BigInt(severity.mask) | BigInt(code.mask)
  const whole = codes.filter(({ value }) => (BigInt(value) & split) !== BigInt(value))
  const named = Object.entries(severity.values).map(([name, bits]) => {
    const members = codes.filter(
      (constant) => !whole.includes(constant) && (BigInt(constant.value) & BigInt(severity.mask)) === BigInt(bits),
    )
    const entries = members.map((constant) => `${BigInt(constant.value) & BigInt(code.mask)}: '${constant.name}'`)
    return `  ${name}: { ${entries.join(', ')} },`
  })
  const content = [
    '/** Bits of a return code that hold its severity. */',
    `export const severityMask = ${severity.mask}n\n`,
    '/** Bits of a return code that say what was done. */',
    `export const operationMask = ${hex(operation.mask)}n\n`,
    '/** Bits of a return code that say to what kind of object. */',
    `export const objectMask = ${hex(object.mask)}n\n`,
    '/** Bits of a return code that hold its code number. */',
    `export const codeMask = ${hex(code.mask)}n\n`,
    '/** How bad the outcome is. */',
    `export type Severity = ${union(severity.values)}\n`,
    '/** What was done. */',
    `export type ReturnCodeOperation = ${union(operation.values)}\n`,
    '/** What kind of object it was done to. */',
    `export type ReturnCodeObject = ${union(object.values)}\n`,
    '/** Severities. A number of two bits, not two flags: `error` contains the bits of `warning` and `info`. */',
    `export const severityBits = ${record(severity.values)} as const\n`,
    '/** Operations. */',
    `export const operationBits = ${record(operation.values)} as const\n`,
    '/** Kinds of objects. */',
    `export const objectBits = ${record(object.values)} as const\n`,
    '/** Names of the code numbers of each severity. */',
    `export const codeNames = {\n${named.join('\n')}\n} as const\n`,
    '/** Codes that fill all lower bits: compared as a whole, they have no parts. */',
    `export const wholeCodes = { ${whole.map(({ name, value }) => `${name}: 0x${BigInt(value).toString(16)}n`).join(', ')} } as const\n`,
    '/** Name of a return code, without the ones of API version 4. */',
    `export type ReturnCodeName =\n${codes.map(({ name }) => `  | '${name}'`).join('\n')}\n`,
  ].join('\n')
  return { path: 'packages/linstor-wire/src/returnCode/returnCodeTables.ts', content }
}

const hex = (text: string): string => `0x${BigInt(text).toString(16)}`

const union = (values: Record<string, string>): string =>
  Object.keys(values)
    .map((name) => `'${name}'`)
    .join(' | ')

const record = (values: Record<string, string>): string =>
  `{ ${Object.entries(values)
    .map(([name, bits]) => `${name}: ${hex(bits)}n`)
    .join(', ')} }`
