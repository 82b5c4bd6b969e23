import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Calls = Record<string, { doc: string; deprecated?: string; raw?: boolean }>

/** The rows that a README shows of a table of calls: name and what it does. Deprecated calls come last, in one row. */
export function actionTable(specFolder: string, table: string): string[] {
  const { calls } = JSON.parse(readFileSync(join(specFolder, `${table}.json`), 'utf8')) as { calls: Calls }
  const entries = Object.entries(calls)
  const old = entries.filter(([, { deprecated }]) => deprecated !== undefined).map(([name]) => `\`${name}\``)
  const rows = entries
    .filter(([, { deprecated }]) => deprecated === undefined)
    .map(([name, { doc }]) => `| \`${name}\` | ${doc.replaceAll('|', '\\|')} |`)
  return old.length === 0 ? rows : [...rows, `| ${old.join(', ')} | Deprecated; their documentation says why. |`]
}
