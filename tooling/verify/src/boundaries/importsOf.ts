import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** Module specifiers that a source file names: imports, re-exports, type imports, dynamic imports with a literal. */
export function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true)
  return importedFiles.map(({ fileName }) => fileName)
}
