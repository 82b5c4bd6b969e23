import { Secret } from '@x/core-errors'
import type { Rule, RuleContext } from './Rule.js'
import { refuse } from './refuse.js'

const text: Rule = (value, context) => {
  if (typeof value !== 'string') throw refuse(value, context, 'a text')
  if (value === '') throw refuse(value, context, 'a text that is not empty')
}

/** A name: 7-bit letters, digits, `_` and `-`, beginning with a letter or `_`. Limits of LINSTOR 0.7.5. */
const name =
  (shortest: number, longest: number, reserved: readonly string[] = []): Rule =>
  (value, context) => {
    text(value, context)
    const given = value as string
    if (!context.limits) return
    if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(given) || given.length < shortest || given.length > longest) {
      throw refuse(
        value,
        context,
        `${shortest} to ${longest} letters, digits, "_" or "-" that begin with a letter or "_"`,
      )
    }
    if (reserved.includes(given.toLowerCase())) throw refuse(value, context, 'a name that is not reserved')
  }

const nodeName: Rule = (value, context) => {
  text(value, context)
  const given = value as string
  if (!context.limits || (given.length >= 2 && given.length <= 255 && given.split('.').every(isHostLabel))) return
  throw refuse(value, context, 'a host name of 2 to 255 characters')
}

const isHostLabel = (label: string): boolean => /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(label)

const address: Rule = (value, context) => {
  text(value, context)
  const given = value as string
  if (!context.limits || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(given) || /^[\da-f:.]*:[\da-f:.]*$/i.test(given)) return
  throw refuse(value, context, 'an IPv4 or IPv6 address')
}

/** Whole numbers. `first` and `last` are limits of the server, the widest range is what the field can hold. */
const integer =
  (first: number, last: number, widest: { min: number; max: number }): Rule =>
  (value, context) => {
    const { min, max } = context.limits ? { min: first, max: last } : widest
    if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return
    throw refuse(value, context, `a whole number from ${min} to ${max}`)
  }

const int32 = { min: -2_147_483_648, max: 2_147_483_647 }
const uint32 = { min: 0, max: 4_294_967_295 }
const largestKib = 1_099_511_627_776n // 2^40: 1 PiB
const largestInt64 = 9_223_372_036_854_775_807n

function sizeKib(value: unknown, context: RuleContext): void {
  const whole = typeof value === 'bigint' || Number.isSafeInteger(value)
  const [min, max] = context.limits ? [4n, largestKib] : [1n, largestInt64]
  const size = whole ? BigInt(value as bigint | number) : 0n
  if (size < min || size > max) throw refuse(value, context, `a whole number of KiB from ${min} to ${max}`)
}

function properties(value: unknown, context: RuleContext): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse(value, context, 'an object of keys and texts')
  }
  for (const [key, entry] of Object.entries(value)) {
    text(key, { ...context, path: `${context.path}[""]` })
    // Servers differ in how they spell yes and no: nothing is turned into text behind the caller's back.
    if (typeof entry !== 'string')
      throw refuse(entry, { ...context, path: `${context.path}[${JSON.stringify(key)}]` }, 'a text')
  }
}

/** What single parameters must be. */
export const rules = {
  text,
  anyText: (value, context) => {
    if (typeof value !== 'string') throw refuse(value, context, 'a text')
  },
  propertyKey: (value, context) => {
    text(value, context)
    if ((value as string).endsWith('/')) throw refuse(value, context, 'a key that does not end with a slash')
  },
  nodeName,
  address,
  resourceName: name(2, 48, ['all']),
  storagePoolName: name(3, 48),
  snapshotName: name(2, 48),
  netInterfaceName: name(3, 32),
  volumeNumber: integer(0, 65_534, int32),
  minorNumber: integer(0, 1_048_575, int32),
  nodeId: integer(0, int32.max, int32),
  tcpPort: integer(1, 65_535, int32),
  watchId: integer(1, int32.max, int32),
  placeCount: integer(1, uint32.max, uint32),
  sizeKib,
  properties,
  flag: (value, context) => {
    if (typeof value !== 'boolean') throw refuse(value, context, 'true or false')
  },
  date: (value, context) => {
    const valid = value instanceof Date && value.getTime() >= 0
    if (!valid) throw refuse(value, context, 'a Date of 1970 or later')
  },
  secret: (value, context) => {
    if (!(value instanceof Secret)) text(value, context)
  },
  callback: (value, context) => {
    if (typeof value !== 'function') throw refuse(value, context, 'a function')
  },
} as const satisfies Record<string, Rule>
