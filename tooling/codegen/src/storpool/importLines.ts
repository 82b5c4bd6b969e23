import type { ReaderRenderer } from './ReaderRenderer.ts'
import { schemaName } from './schemaName.ts'
import type { Tables } from './Tables.ts'
import type { TypeRenderer } from './TypeRenderer.ts'

/** What a generated module mentions. */
export interface Mentions {
  /** Relative path of `src/schemas` from the module, `.` for itself. */
  from: string
  /** The type that the module is about: not imported. */
  own?: string
  types: TypeRenderer
  readers: ReaderRenderer
  /** Types of the reader modules. */
  engineTypes?: string[]
}

/** The imports of a generated module: reader functions from `src/reader`, types and constants from `src/schemas`. */
export function importLines(tables: Tables, { from, own, types, readers, engineTypes = [] }: Mentions): string {
  const lines: string[] = []
  const engine = from === '.' ? '../reader' : from.replace(/schemas$/, 'reader')
  for (const name of [...readers.calls].sort()) {
    const extra = name === 'singleMember' && engineTypes.includes('SingleMember') ? ', type SingleMember' : ''
    lines.push(`import { ${name}${extra} } from '${engine}/${name}.js'`)
  }
  if (from === '.') lines.push(readerTypeImport(tables, own, engine))
  const names = new Set([...types.uses, ...readers.uses].filter((name) => name !== own))
  for (const name of [...names].sort()) {
    const imported = [
      ...(readers.uses.has(name) ? [schemaName(name)] : []),
      ...(types.uses.has(name) ? [`type ${tables.typeName(name)}`] : []),
    ]
    lines.push(`import { ${imported.join(', ')} } from '${from}/${tables.typeName(name)}.js'`)
  }
  return `${lines.join('\n')}\n`
}

function readerTypeImport(tables: Tables, own: string | undefined, engine: string): string {
  const isObject = own !== undefined && own in tables.types.objects
  return isObject
    ? `import type { ObjectReader } from '${engine}/object.js'`
    : `import type { Reader } from '${engine}/Reader.js'`
}
