import type { TypeNode } from './parseType.ts'
import type { Tables } from './Tables.ts'

/** What a type expression is in TypeScript. */
export class TypeRenderer {
  /** Names of the types of the API that were mentioned. */
  readonly uses = new Set<string>()
  readonly #tables: Tables
  readonly #sent: boolean

  /** @param sent - Whether it is for what is sent; answers are what was read. */
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
        return wide && typeof node.value === 'number' ? `${node.value}n` : JSON.stringify(node.value)
      case 'maybe':
        return `${this.render(node.of.kind === 'internal' ? node.of.of : node.of, wide)} | null | undefined`
      case 'internal':
        return `${this.render(node.of, wide)}${node.of.kind === 'maybe' ? '' : ' | undefined'}`
      case 'default':
        return `${this.render(node.of, wide)}${this.#sent ? ' | undefined' : ''}`
      case 'list':
        return `${this.#sent ? 'readonly ' : ''}(${this.render(node.of, wide)})[]`
      case 'set': {
        const item = this.render(node.of, wide)
        return this.#sent ? `readonly (${item})[] | ReadonlySet<${item}>` : `(${item})[]`
      }
      case 'dict': {
        const value = this.render(node.value, wide)
        if (!this.#sent) return `Record<string, ${value}>`
        return `Readonly<Record<string, ${value}>> | ReadonlyMap<string, ${value}>`
      }
      case 'only':
        return `{ ${node.member}: ${this.render(node.value, wide)} }`
      case 'either':
        return this.#either(node.options, wide)
    }
  }

  #name(name: string, wide: boolean): string {
    if (name === 'bool') return 'boolean'
    if (name === 'string') return 'string'
    if (name === 'int') return !wide ? 'number' : this.#sent ? 'number | bigint' : 'bigint'
    this.uses.add(name)
    const scalar = this.#tables.types.scalars[name]
    // The alias of a 64-bit scalar is what is read; a caller may give a number.
    return `${scalar?.wide && this.#sent ? 'number | ' : ''}${this.#tables.typeName(name)}`
  }

  #either(options: TypeNode[], wide: boolean): string {
    const isExclusive =
      this.#sent && options.every((option) => option.kind === 'name' && option.name in this.#tables.types.objects)
    if (!isExclusive) return [...new Set(options.map((option) => this.render(option, wide)))].join(' | ')
    const names = options.flatMap((option) => (option.kind === 'name' ? [option.name] : []))
    return names
      .map((name) => {
        const own = Object.keys(this.#tables.fields(name))
        const foreign = names
          .flatMap((other) => Object.keys(this.#tables.fields(other)))
          .filter((key) => !own.includes(key))
        const barred = [...new Set(foreign)].map((key) => `${key}?: undefined`)
        return `(${this.#name(name, false)}${barred.length === 0 ? '' : ` & { ${barred.join('; ')} }`})`
      })
      .join(' | ')
  }
}

/** Whether a member of this type may be left out of an object. */
export const mayBeMissing = ({ kind }: TypeNode, sent: boolean): boolean =>
  kind === 'maybe' || kind === 'internal' || (sent && ['default', 'list', 'set', 'dict'].includes(kind))
