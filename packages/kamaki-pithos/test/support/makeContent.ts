/** How a fixture describes bytes. */
export type Content =
  | { kind: 'concat'; parts: Content[] }
  | { kind: 'counter'; start: number; step: number; length: number }
  | { kind: 'repeat'; unitHex: string; length: number }
  | { kind: 'utf8'; text: string }
  | { kind: 'xorshift32'; seed: number; length: number }

/** The bytes that a fixture describes. */
export function makeContent(content: Content): Uint8Array<ArrayBuffer> {
  switch (content.kind) {
    case 'concat':
      return new Uint8Array(Buffer.concat(content.parts.map(makeContent)))
    case 'counter':
      return Uint8Array.from({ length: content.length }, (_, index) => content.start + index * content.step)
    case 'repeat': {
      const unit = Buffer.from(content.unitHex, 'hex')
      return Uint8Array.from({ length: content.length }, (_, index) => unit[index % unit.length] ?? 0)
    }
    case 'utf8':
      return new TextEncoder().encode(content.text)
    case 'xorshift32': {
      let state = content.seed
      return Uint8Array.from({ length: content.length }, () => {
        state ^= state << 13
        state ^= state >>> 17
        state ^= state << 5
        return state & 255
      })
    }
  }
}
