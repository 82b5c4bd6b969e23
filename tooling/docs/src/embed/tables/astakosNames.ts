import { kamakiTable } from './kamakiTable.ts'

/** Methods of kamaki's clients of Astakos beside those of the package. */
export const astakosNames = (root: string): string =>
  kamakiTable(root, {
    folder: 'packages/kamaki-astakos',
    specs: ['account'],
    classes: ['AstakosClient', 'OriginalAstakosClient'],
    others,
  })

/** Addresses come from the session, and the paths below them are of no use to a caller. */
function others(method: string): string | undefined {
  const service = /^(account|oauth2|ui)_(?:url|prefix)$/.exec(method)?.[1]
  if (service !== undefined) return `\`session.endpoint('${service}')\``
  if (method === 'mk_provisions') return '`mkProvisions`, a function'
  return method.startsWith('api_') ? 'not needed: paths of the calls' : undefined
}
