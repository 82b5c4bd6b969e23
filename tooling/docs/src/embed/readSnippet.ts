import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/**
 * A file of the repository, or a region of it, as a Markdown code block.
 *
 * @param name - From the root of the repository: `docs/snippets/errors.ts`, or `docs/snippets/errors.ts#catch` for what
 *   is between `// #region catch` and `// #endregion`, without the indentation of its first line.
 * @throws {Error} when there is no such file or region.
 */
export function readSnippet(root: string, name: string): string {
  const [file = '', region] = name.split('#')
  const path = join(root, file)
  if (!existsSync(path)) throw new Error(`${file} does not exist`)
  const source = readFileSync(path, 'utf8')
  const code = region === undefined ? source : readRegion(source, region)
  if (code === undefined) throw new Error(`${file} has no region ${region}`)
  return `\`\`\`${extname(file).slice(1)}\n${code.trim()}\n\`\`\``
}

function readRegion(source: string, region: string): string | undefined {
  const lines = source.split('\n')
  const begin = lines.findIndex((line) => line.trim() === `// #region ${region}`)
  const end = lines.findIndex((line, index) => index > begin && line.trim() === '// #endregion')
  if (begin < 0 || end < 0) return undefined
  const inside = lines.slice(begin + 1, end)
  const indent = /^ */.exec(inside.find((line) => line.trim() !== '') ?? '')?.[0].length ?? 0
  return inside.map((line) => line.slice(Math.min(indent, /^ */.exec(line)?.[0].length ?? 0))).join('\n')
}
