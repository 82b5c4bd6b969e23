/** Specifier of a module and what is taken from it; types are written `type Name`. */
export type Imports = Map<string, Set<string>>

/** Prints import statements; the formatter sorts them. */
export function printImports(imports: Imports): string {
  return [...imports]
    .map(([module, items]) => {
      const list = [...items].sort()
      if (list[0]?.startsWith('* as')) return `import ${list[0]} from '${module}'\n`
      return `import { ${list.join(', ')} } from '${module}'\n`
    })
    .join('')
}
