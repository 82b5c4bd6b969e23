/** A parsed type expression. */
export type TypeNode =
  | { kind: 'name'; name: string }
  /** May be missing or null. */
  | { kind: 'maybe'; of: TypeNode }
  /** May be missing; of no use outside of StorPool itself. */
  | { kind: 'internal'; of: TypeNode }
  | { kind: 'list' | 'set'; of: TypeNode }
  | { kind: 'dict'; key: TypeNode; value: TypeNode }
  /** An object with one member. */
  | { kind: 'only'; member: string; value: TypeNode }
  | { kind: 'either'; options: TypeNode[] }
  | { kind: 'const'; value: string | number | boolean | null }
  /** Stands for a missing value. */
  | { kind: 'default'; of: TypeNode; value: boolean }

/**
 * Parses `maybe<dict<VolumeTagName,VolumeTagValue>>` and the like: names, `list<T>`, `set<T>`, `dict<K,V>`, `maybe<T>`,
 * `internal<T>`, `either<A,B,…>`, `const(json)`, `default<T,json>`, `only<member,T>`.
 */
export function parseType(text: string): TypeNode {
  const parser = new TypeParser(text)
  const node = parser.type()
  parser.end()
  return node
}

class TypeParser {
  #at = 0

  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  type(): TypeNode {
    const word = this.#match(/[A-Za-z]\w*/y)
    if (word === 'const') {
      const value = JSON.parse(this.#match(/\(("[^"]*"|[^)]*)\)/y).slice(1, -1)) as string
      return { kind: 'const', value }
    }
    if (this.#text[this.#at] !== '<') return { kind: 'name', name: word }
    this.#match(/</y)
    const node = this.#arguments(word)
    this.#match(/>/y)
    return node
  }

  end(): void {
    if (this.#at < this.#text.length) this.#fail()
  }

  #arguments(word: string): TypeNode {
    switch (word) {
      case 'maybe':
      case 'internal':
      case 'list':
      case 'set':
        return { kind: word, of: this.type() }
      case 'dict': {
        const key = this.type()
        this.#match(/,/y)
        return { kind: 'dict', key, value: this.type() }
      }
      case 'only': {
        const member = this.#match(/\w+/y)
        this.#match(/,/y)
        return { kind: 'only', member, value: this.type() }
      }
      case 'default': {
        const of = this.type()
        return { kind: 'default', of, value: this.#match(/,(?:true|false)/y) === ',true' }
      }
      case 'either': {
        const options = [this.type()]
        while (this.#text[this.#at] === ',') {
          this.#match(/,/y)
          options.push(this.type())
        }
        return { kind: 'either', options }
      }
      default:
        return this.#fail()
    }
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found === undefined) return this.#fail()
    this.#at += found.length
    return found
  }

  #fail(): never {
    throw new Error(`type expression ${this.#text}: unexpected text at ${this.#at}`)
  }
}
