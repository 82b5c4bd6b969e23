import { isSecretName, redacted, Secret } from '@x/core-errors'
import { type ConfigOrigin, describeOrigin } from './ConfigOrigin.js'
import { StorPoolConfigError } from './StorPoolConfigError.js'
import type { storPoolConfigDefaults } from './storPoolConfigDefaults.js'

/** The variables with a default, the token, and any other. */
export type StorPoolConfigName = keyof typeof storPoolConfigDefaults | 'SP_AUTH_TOKEN' | (string & {})

/** One variable with where it came from. */
export interface StorPoolConfigEntry<Value> {
  readonly value: Value
  readonly origin: ConfigOrigin
}

/** How to reach the API, as a host's configuration says it. */
export interface StorPoolConfigApi {
  readonly host: string
  readonly port: number
  /** Base URL made of both, for example `http://127.0.0.1:81`. */
  readonly url: string
  readonly token: Secret
}

/**
 * The configuration that holds for one host or section: a read-only map from variable to text, each with its origin.
 * Iterates as `[name, value]`. Prints without the values of variables that hold secrets.
 *
 * @typeParam Value - `string`, unless made from the caller's own mapping.
 */
export class StorPoolConfig<Value = string> implements Iterable<[string, Value]> {
  readonly #entries: ReadonlyMap<string, StorPoolConfigEntry<Value>>

  constructor(entries: Iterable<readonly [string, StorPoolConfigEntry<Value>]>) {
    this.#entries = new Map(entries)
  }

  /** How many variables there are. */
  get size(): number {
    return this.#entries.size
  }

  /** The value, `fallback` when the variable is not set, `undefined` without one. */
  get(name: StorPoolConfigName): Value | undefined
  get<Fallback>(name: StorPoolConfigName, fallback: Fallback): Value | Fallback
  get(name: string, fallback?: unknown): unknown {
    const entry = this.#entries.get(name)
    return entry === undefined ? fallback : entry.value
  }

  /** The value. @throws {StorPoolConfigError} when the variable is not set. */
  require(name: StorPoolConfigName): Value {
    const entry = this.#entries.get(name)
    if (entry !== undefined) return entry.value
    throw new StorPoolConfigError(`${name} is not set in the StorPool configuration`, { variable: name })
  }

  /** Tells whether a value of that name exists. */
  has(name: StorPoolConfigName): boolean {
    return this.#entries.has(name)
  }

  /** Where the value came from; `undefined` when the variable is not set. */
  origin(name: StorPoolConfigName): ConfigOrigin | undefined {
    return this.#entries.get(name)?.origin
  }

  /**
   * The value as a whole number; blanks around the digits are fine.
   *
   * @throws {StorPoolConfigError} when the variable is not set or is anything else, naming where it was set.
   */
  integer(name: StorPoolConfigName): number {
    const text = String(this.require(name)).trim()
    const number = Number(text)
    if (/^[+-]?\d+$/.test(text) && Number.isSafeInteger(number)) return number
    throw this.#wrongType(name, 'a whole number')
  }

  /** `true` for `1`, `false` for `0`. @throws {StorPoolConfigError} when the variable is not set or is anything else. */
  boolean(name: StorPoolConfigName): boolean {
    const text = String(this.require(name)).trim()
    if (text === '1' || text === '0') return text === '1'
    throw this.#wrongType(name, '0 or 1')
  }

  /** The parts between commas, without the blanks around them; `[]` for an empty value. @throws {StorPoolConfigError} when the variable is not set. */
  list(name: StorPoolConfigName): string[] {
    const parts = String(this.require(name)).split(',')
    return parts.map((part) => part.trim()).filter((part) => part !== '')
  }

  /**
   * How to reach the API: `SP_API_HTTP_HOST`, `SP_API_HTTP_PORT` and `SP_AUTH_TOKEN`.
   *
   * @throws {StorPoolConfigError} when the token is not set or the port is not a port.
   */
  api(): StorPoolConfigApi {
    const host = String(this.require('SP_API_HTTP_HOST'))
    const port = this.integer('SP_API_HTTP_PORT')
    if (port < 1 || port > 65_535) throw this.#wrongType('SP_API_HTTP_PORT', 'a port from 1 to 65535')
    const token = new Secret(String(this.require('SP_AUTH_TOKEN')))
    return { host, port, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, token }
  }

  /** The names of all values. */
  keys(): IterableIterator<string> {
    return this.#entries.keys()
  }

  /** The values, in the order of the names. */
  *values(): IterableIterator<Value> {
    for (const { value } of this.#entries.values()) yield value
  }

  /** Names and values in pairs, as iterating over the configuration gives them. */
  *entries(): IterableIterator<[string, Value]> {
    for (const [name, { value }] of this.#entries) yield [name, value]
  }

  [Symbol.iterator](): IterableIterator<[string, Value]> {
    return this.entries()
  }

  /** A plain object of all variables, without the values that are secrets. */
  toJSON(): Record<string, Value | string> {
    const plain: Record<string, Value | string> = Object.create(null)
    for (const [name, value] of this) plain[name] = isSecretName(name) ? redacted : value
    return { ...plain }
  }

  /** What `console.log` and `util.inspect` print in Node, Bun and Deno. */
  [Symbol.for('nodejs.util.inspect.custom')](): unknown {
    return this.toJSON()
  }

  #wrongType(name: string, expected: string): StorPoolConfigError {
    const entry = this.#entries.get(name)
    const where = entry === undefined ? '' : ` (${describeOrigin(entry.origin)})`
    const place = entry?.origin.kind === 'file' ? { file: entry.origin.file, line: entry.origin.line } : {}
    return new StorPoolConfigError(`${name} is not ${expected}${where}`, { variable: name, ...place })
  }
}
