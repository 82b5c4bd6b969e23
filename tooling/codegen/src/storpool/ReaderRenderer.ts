import { parseType, type TypeNode } from './parseType.ts'
import { schemaName } from './schemaName.ts'
import type { Tables } from './Tables.ts'
import type { ScalarEntry } from './TypesTable.ts'

/** The expression that makes the reader of a type, from the functions of `src/reader` and the constants of `src/schemas`. */
export class ReaderRenderer {
  /** Names of types whose constants the expression mentions. */
  readonly uses = new Set<string>()
  /** Names of the functions that the expression calls. */
  readonly calls = new Set<string>()
  readonly #tables: Tables
  readonly #sent: boolean

  /** @param sent - Whether it is for what is sent; answers are read in place. */
  constructor(tables: Tables, sent: boolean) {
    this.#tables = tables
    this.#sent = sent
  }

  /** @param wide - Whether integers have 64 bits. */
  render(node: TypeNode, wide = false): string {
    switch (node.kind) {
      case 'name':
        return this.#name(node.name, wide)
      case 'const':
        return this.#call(
          'constant',
          wide && typeof node.value === 'number' ? `${node.value}n` : JSON.stringify(node.value),
        )
      case 'maybe':
        return this.#call('maybe', this.render(node.of.kind === 'internal' ? node.of.of : node.of, wide))
      case 'internal':
        return node.of.kind === 'maybe'
          ? this.render(node.of, wide)
          : this.#call('optional', this.render(node.of, wide))
      case 'default':
        return this.#call('withDefault', String(node.value), this.render(node.of, wide))
      case 'list':
        return this.#call('list', this.render(node.of, wide))
      case 'set':
        return this.#call('uniqueList', this.render(node.of, wide))
      case 'dict':
        return this.#call('dictionary', this.render(node.key), this.render(node.value, wide))
      case 'only':
        return this.object(`{ ${node.member}: ${this.render(node.value, wide)} }`)
      case 'either':
        return this.#either(node.options, wide)
    }
  }

  /** @param fields - The literal of the members and their readers. */
  object(fields: string, { exactlyOne = false } = {}): string {
    return this.#call(exactlyOne ? 'singleMember' : this.#sent ? 'body' : 'object', fields)
  }

  scalar(entry: ScalarEntry): string {
    const { kind, min, max, multipleOf, values } = entry
    if (kind === 'enum') return this.#call('oneOf', JSON.stringify(values))
    if (kind === 'indexedEnum') return this.#call('numbered', JSON.stringify(values))
    if (kind === 'integerOrToken') {
      return this.#call('literalOr', JSON.stringify(entry.token), this.#call('integer', String(min)))
    }
    if (kind === 'integer') {
      if (entry.wide) return this.#call('wideInteger', `${min}n`, `${max}n`)
      const upper = max ?? (multipleOf === undefined ? undefined : 'Number.POSITIVE_INFINITY')
      return this.#call('integer', ...[min, upper, multipleOf].filter((part) => part !== undefined).map(String))
    }
    const rule = [
      ...(entry.pattern === undefined ? [] : [`pattern: /${entry.pattern}/`]),
      ...(entry.maxLength === undefined ? [] : [`maxLength: ${entry.maxLength}`]),
      ...(entry.forbidden === undefined ? [] : [`forbidden: ${JSON.stringify(entry.forbidden)}`]),
    ]
    return this.#call('text', `{ ${rule.join(', ')} }`)
  }

  /** Mentions a function of `src/reader`. */
  #call(name: string, ...parameters: string[]): string {
    this.calls.add(name)
    return `${name}(${parameters.join(', ')})`
  }

  #name(name: string, wide: boolean): string {
    if (name === 'bool') {
      this.calls.add('boolean')
      return 'boolean'
    }
    if (name === 'string') return this.#call('text')
    if (name === 'int') return this.#call(wide ? 'wideInteger' : 'integer')
    this.uses.add(name)
    return schemaName(name)
  }

  #either(options: TypeNode[], wide: boolean): string {
    const [first, ...others] = options
    if (first?.kind === 'const') {
      const rest =
        others.length === 1 && others[0] !== undefined ? others[0] : { kind: 'either' as const, options: others }
      return this.#call('literalOr', JSON.stringify(first.value), this.render(rest, wide))
    }
    const names = options.flatMap((option) => (option.kind === 'name' ? [option.name] : []))
    const objects = names.filter((name) => name in this.#tables.types.objects)
    if (objects.length === 0) return this.#call('either', ...options.map((option) => this.render(option, wide)))
    const distinct = (name: string) => {
      const others = new Set(
        objects.filter((other) => other !== name).flatMap((other) => Object.keys(this.#tables.fields(other))),
      )
      return Object.entries(this.#tables.fields(name)).filter(([key, { type }]) => !others.has(key) && isRequired(type))
    }
    if (this.#sent) {
      const choices = objects.map((name) => `${distinct(name)[0]![0]}: ${this.render({ kind: 'name', name })}`)
      return this.#call('exactlyOne', `{ ${choices.join(', ')} }`)
    }
    const alternatives = objects.slice(0, -1).map((name) => {
      const constants = Object.entries(this.#tables.fields(name)).flatMap(([key, { type }]) => {
        const node = parseType(type)
        return node.kind === 'const' ? [`constant: [${JSON.stringify(key)}, ${JSON.stringify(node.value)}], `] : []
      })
      const members = distinct(name)
        .map(([key]) => key)
        .slice(0, 3)
      return `{ reader: ${this.render({ kind: 'name', name })}, ${constants[0] ?? ''}members: ${JSON.stringify(members)} }`
    })
    return this.#call('tellApart', `[${alternatives.join(', ')}]`, this.render({ kind: 'name', name: objects.at(-1)! }))
  }
}

const isRequired = (type: string): boolean => {
  const { kind } = parseType(type)
  return kind === 'name' || kind === 'either'
}
