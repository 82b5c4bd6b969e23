import { loadSpecs } from '@x-tooling/codegen/kamaki'

/** The rows that a README shows of a table of calls: name and what it does. Deprecated calls come last, in one row. */
export function actionTable(specFolder: string, table: string): string[] {
  const entries = loadSpecs(specFolder, [table]).flatMap(({ calls }) => Object.entries(calls))
  const old = entries.filter(([, { deprecated }]) => deprecated !== undefined).map(([name]) => `\`${name}\``)
  const rows = entries
    .filter(([, { deprecated }]) => deprecated === undefined)
    .map(([name, { doc }]) => `| \`${name}\` | ${doc.replaceAll('|', '\\|')} |`)
  return old.length === 0 ? rows : [...rows, `| ${old.join(', ')} | Deprecated; their documentation says why. |`]
}
