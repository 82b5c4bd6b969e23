import { markdownTable } from './markdownTable.ts'
import { readJson } from './readJson.ts'

interface Method {
  name: string
  /** Name in the Python library; `null` where it had none. */
  upstream: string | null
  kind: string
  summary: string
  /** Whether it is a member of the client although it makes no call. */
  member?: boolean
}

/** Methods of linstor-api-py beside those of the package. */
export function linstorNames(root: string): string {
  const { methods } = readJson<{ methods: Method[] }>(root, 'packages/linstor/spec/methods.json')
  const here = ({ name, kind, member }: Method) =>
    kind === 'export' && member !== true ? `\`${name}\`, a function` : `\`${name}\``
  const rows = methods.map((method) => [
    method.upstream === null ? '—' : `\`${method.upstream}\``,
    here(method),
    method.summary,
  ])
  return markdownTable(['linstor-api-py', '@x/linstor', 'what it does'], rows)
}
