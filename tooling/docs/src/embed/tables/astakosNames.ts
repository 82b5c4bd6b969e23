import { kamakiTable } from './kamakiTable.ts'

/** Methods of kamaki's clients of Astakos beside those of the package. */
export const astakosNames = (root: string): string =>
  kamakiTable(root, {
    folder: 'packages/kamaki-astakos',
    specs: ['account'],
    classes: ['AstakosClient', 'OriginalAstakosClient'],
    others,
    skip: (method) => method.startsWith('api_'),
  })

/** Addresses come from the session. */
function others(method: string): string | undefined {
  const service = /^(account|oauth2|ui)_(?:url|prefix)$/.exec(method)?.[1]
  if (service !== undefined) return `\`session.endpoint('${service}')\``
  return method === 'mk_provisions' ? '`mkProvisions`, a function' : undefined
}
