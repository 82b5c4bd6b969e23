import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Application, type JSONOutput, TSConfigReader } from 'typedoc'
import { onTestFinished } from 'vitest'

/**
 * What typedoc makes of source files, all of them entry points.
 *
 * @param plugin - Loaded before the conversion.
 */
export async function referenceOf(
  files: Record<string, string>,
  plugin?: (application: Application) => void,
): Promise<JSONOutput.ProjectReflection> {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content)
  for (const [name, source] of Object.entries(files)) write(name, source)
  write('package.json', '{ "name": "a", "version": "1.0.0" }')
  const compilerOptions = { module: 'nodenext', target: 'es2022', lib: ['es2022'], types: [], skipLibCheck: true }
  write('tsconfig.json', JSON.stringify({ compilerOptions }))
  const entryPoints = Object.keys(files).map((name) => join(folder, name))
  const tsconfig = join(folder, 'tsconfig.json')
  const preservedTypeAnnotationTags: `@${string}`[] = ['@throws']
  const options = { entryPoints, tsconfig, logLevel: 'Error', preservedTypeAnnotationTags } as const
  const readers = [new TSConfigReader()] // not the repository's own options
  const application = await Application.bootstrap(options, readers)
  plugin?.(application)
  const project = await application.convert()
  if (project === undefined) throw new Error('typedoc could not convert the sources')
  await application.generateJson(project, join(folder, 'reference.json'))
  return JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')) as JSONOutput.ProjectReflection
}
