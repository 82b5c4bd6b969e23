/** How one side of the wire is written: names of the types, and the code around them. */
export interface Writer {
  /** What stands for a structure of the table. */
  reference(name: string): string
  scalar: Record<string, string>
  list(item: string): string
  map(item: string): string
}

/** Writes a type expression of the table (`[]string`, `map[]StoragePool`, `int64`) as code. */
export function writeType(expression: string, writer: Writer): string {
  if (expression.startsWith('[]')) return writer.list(writeType(expression.slice(2), writer))
  if (expression.startsWith('map[]')) return writer.map(writeType(expression.slice(5), writer))
  return writer.scalar[expression] ?? writer.reference(expression)
}

/** The structure that an expression names, without lists and maps around it; `undefined` for scalars. */
export function referredType(expression: string): string | undefined {
  const inner = expression.replace(/^(?:\[\]|map\[\])+/, '')
  return /^[A-Z]/.test(inner) ? inner : undefined
}
