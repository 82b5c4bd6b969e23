import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Application, type JSONOutput, TSConfigReader } from 'typedoc'
import { expect, onTestFinished, test } from 'vitest'
import { undocumented } from './undocumented.ts'

/** What typedoc makes of one source file. */
async function reference(source: string): Promise<JSONOutput.ProjectReflection> {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content)
  write('index.ts', source)
  write('package.json', '{ "name": "a", "version": "1.0.0" }')
  write('tsconfig.json', '{ "compilerOptions": { "module": "nodenext", "target": "es2022", "types": [] } }')
  const options = { entryPoints: [join(folder, 'index.ts')], tsconfig: join(folder, 'tsconfig.json') }
  const readers = [new TSConfigReader()] // not the repository's own options
  const application = await Application.bootstrap(options, readers)
  const project = await application.convert()
  await application.generateJson(project!, join(folder, 'reference.json'))
  return JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')) as JSONOutput.ProjectReflection
}

test('names exported declarations and methods without a comment, and nothing else', async () => {
  const project = await reference(`
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
  `)
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
