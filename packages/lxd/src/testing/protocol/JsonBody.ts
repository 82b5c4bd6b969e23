import { FakeFault } from './FakeFault.js'

/** The body of a request, read field by field as strictly as the server's JSON decoder is. */
export class JsonBody {
  readonly #fields: Readonly<Record<string, unknown>>
  readonly #goType: string

  private constructor(fields: Readonly<Record<string, unknown>>, goType: string) {
    this.#fields = fields
    this.#goType = goType
  }

  /** @param goType - How the server calls what the body is. @throws {FakeFault} 400 with the words of its decoder. */
  static parse(text: string, goType: string): JsonBody {
    if (text.trim() === '') throw new FakeFault(400, 'EOF')
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      const wholeSoFar = /^\s*[[{](?:[^"}\]]*(?:"[^"]*")?)*$/.test(text)
      throw new FakeFault(
        400,
        wholeSoFar ? 'unexpected EOF' : `invalid character '${text.trim()[0]}' looking for beginning of value`,
      )
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return new JsonBody(value as Record<string, unknown>, goType)
    }
    throw new FakeFault(400, `json: cannot unmarshal ${kindOf(value)} into Go value of type api.${goType}`)
  }

  /** Whether the field is there and not null. */
  has(field: string): boolean {
    return this.#fields[field] !== undefined && this.#fields[field] !== null
  }

  /** A text; empty when it is missing or null. */
  text(field: string): string {
    const value = this.#fields[field] ?? ''
    if (typeof value !== 'string') throw this.#wrongType(field, value, 'string')
    return value
  }

  /** `false` when it is missing or null. */
  flag(field: string): boolean {
    const value = this.#fields[field] ?? false
    if (typeof value !== 'boolean') throw this.#wrongType(field, value, 'bool')
    return value
  }

  /** A number, or the fallback when it is missing or null. */
  number(field: string, fallback: number): number {
    const value = this.#fields[field] ?? fallback
    if (typeof value !== 'number') throw this.#wrongType(field, value, 'int')
    return value
  }

  /** A list of texts; `undefined` when it is missing or null. */
  texts(field: string): string[] | undefined {
    const value = this.#fields[field] ?? undefined
    if (value === undefined) return undefined
    if (!Array.isArray(value)) throw this.#wrongType(field, value, '[]string')
    for (const item of value) if (typeof item !== 'string') throw this.#wrongType(field, item, 'string')
    return value
  }

  /** A map of texts; `undefined` when it is missing or null. */
  map(field: string): Record<string, string> | undefined {
    const value = this.#fields[field] ?? undefined
    return value === undefined ? undefined : this.#textMap(field, value)
  }

  /** Devices by name; `undefined` when they are missing or null. */
  devices(): Record<string, Record<string, string>> | undefined {
    const value = this.#fields['devices'] ?? undefined
    if (value === undefined) return undefined
    if (typeof value !== 'object' || Array.isArray(value))
      throw this.#wrongType('devices', value, 'map[string]map[string]string')
    return Object.fromEntries(
      Object.entries(value).map(([name, device]) => [name, this.#textMap('devices', device ?? {})]),
    )
  }

  /** A body within the body; empty when it is missing or null. */
  nested(field: string): JsonBody {
    const value = this.#fields[field] ?? {}
    if (typeof value !== 'object' || Array.isArray(value)) throw this.#wrongType(field, value, 'struct')
    return new JsonBody(value as Record<string, unknown>, this.#goType)
  }

  /** A time; `undefined` when it is missing, null or the year 1. @throws {FakeFault} 400 when it is none. */
  time(field: string): string | undefined {
    const text = this.text(field)
    if (!this.has(field) || text.startsWith('0001-01-01T')) return undefined
    const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(text)
    // The server leaves out the zeros at the end of a fraction.
    if (match !== null) return `${match[1]}${(match[2] ?? '').replace(/\.?0+$/, '')}${match[3]}`
    const layout = '"\\"2006-01-02T15:04:05Z07:00\\""'
    throw new FakeFault(400, `parsing time "\\"${text}\\"" as ${layout}: cannot parse "${text}\\"" as "2006"`)
  }

  #textMap(field: string, value: unknown): Record<string, string> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw this.#wrongType(field, value, 'map[string]string')
    }
    for (const item of Object.values(value)) {
      if (typeof item !== 'string') throw this.#wrongType(field, item, 'string')
    }
    return { ...(value as Record<string, string>) }
  }

  #wrongType(field: string, value: unknown, wanted: string): FakeFault {
    const where = `${this.#goType}.${field}`
    return new FakeFault(400, `json: cannot unmarshal ${kindOf(value)} into Go struct field ${where} of type ${wanted}`)
  }
}

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'array'
  return typeof value === 'boolean' ? 'bool' : typeof value
}
