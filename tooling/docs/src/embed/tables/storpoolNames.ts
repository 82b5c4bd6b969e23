import { markdownTable } from './markdownTable.ts'
import { readJson } from './readJson.ts'

interface Call {
  doc: string
  path: string
  json?: string
  /** Whether the members of `json` may be left out as a whole. */
  optional?: boolean
  arguments?: Record<string, string>
}

/** Calls of StorPool's Python bindings beside those of the package, each with its arguments. */
export function storpoolNames(root: string): string {
  const { calls } = readJson<{ calls: Record<string, Call> }>(root, 'packages/storpool/spec/api.json')
  const rows = Object.entries(calls).map(([name, { doc, json, arguments: path = {} }]) => {
    const inPath = Object.keys(path)
    const positional = [...inPath, ...(json === undefined ? [] : ['json'])]
    const members = [...inPath, ...(json === undefined ? [] : ['...json'])]
    const parameters = members.length === 0 ? '' : `{ ${members.join(', ')} }`
    return [`\`${name}(${positional.join(', ')})\``, `\`${name}(${parameters})\``, doc]
  })
  return markdownTable(['storpool.spapi', '@x/storpool', 'what it does'], rows)
}
