import type { RuntimeResult } from './RuntimeResult.ts'

/** The table of the README: what of each package runs where. What was skipped is taken for granted. */
export function runtimeTable(results: readonly RuntimeResult[]): string {
  const runtimes = [...new Set(results.map(({ runtime }) => runtime))]
  const packages = [...new Set(results.map((result) => result.package))]
  const rows = packages.map((name) => {
    const kinds = new Set(results.filter((result) => result.package === name).map(({ kind }) => kind))
    const cells = runtimes.map((runtime) =>
      cellOf(
        results.filter((result) => result.package === name && result.runtime === runtime),
        kinds.size,
      ),
    )
    return `| \`@x/${name}\` | ${cells.join(' | ')} |`
  })
  return [`| | ${runtimes.join(' | ')} |`, `|---|${runtimes.map(() => '---|').join('')}`, ...rows].join('\n')
}

function cellOf(results: readonly RuntimeResult[], kinds: number): string {
  if (results.some(({ problem }) => problem !== undefined)) return 'fails'
  if (results.length === 0) return 'no'
  return results.length < kinds ? 'in part' : 'yes'
}
