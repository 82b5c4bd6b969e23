import { expect, test } from 'vitest'
import { referenceOf } from '../../test/referenceOf.ts'
import { undocumented } from './undocumented.ts'

test('names exported declarations and methods without a comment, and nothing else', async () => {
  const project = await referenceOf({
    'index.ts': `
    /** Said. */ export function documented(a: number): void { void a }
    export function bare(): void {}
    /** Said. */ export const table = { encode: () => 1, nested: { decode: () => 2 } }
    export const number = 1
    export type Alias = string
    /** Said. */ export interface Client {
      name: string
      /** Said. */ list(): void
      remove(): void
    }
    /** Said. */ export class Reader {
      /** Said. */ read(): void {}
      close(): void {}
      get size(): number { return 1 }
      toString(): string { return '' }
      [Symbol.iterator](): void {}
      #hidden(): void {}
      use(): void { this.#hidden() }
    }
  `,
  })
  expect(undocumented(project).sort()).toEqual([
    'Alias',
    'Client.remove',
    'Reader.close',
    'Reader.size',
    'Reader.use',
    'bare',
    'number',
  ])
}, 60_000) // it compiles
