import { join } from 'node:path'
import { camelCase, loadMethods } from '@x-tooling/recorded'
import { markdownTable } from './markdownTable.ts'
import { readJson } from './readJson.ts'

/** A table of calls of the packages, by the name of the method. */
interface CallTable {
  calls: Record<string, { doc: string }>
}

/**
 * Methods of clients of kamaki beside those of a package, one line per method.
 *
 * @param options - `folder`: the package; `specs`: its tables, where what a method does is looked up; `classes`: the
 *   clients of kamaki; `others`: what has another name here; `skip`: what
 *   needs none.
 */
export function kamakiTable(
  root: string,
  options: {
    folder: string
    specs: readonly string[]
    classes: readonly string[]
    others?: ((method: string) => string | undefined) | undefined
    skip?: ((method: string) => boolean) | undefined
  },
): string {
  const { folder, specs, classes, others = () => undefined, skip = () => false } = options
  const methods = loadMethods(join(root, folder, 'test/fixtures/reference-methods.json'))
  const calls = Object.assign(
    {},
    ...specs.map((name) => readJson<CallTable>(root, `${folder}/spec/${name}.json`).calls),
  )
  const names = new Set(methods.filter(({ client }) => classes.includes(client)).map(({ method }) => method))
  const rows = [...names]
    .filter((method) => !skip(method))
    .toSorted()
    .map((method) => {
      const call = (calls as CallTable['calls'])[camelCase(method)]
      const here = call === undefined ? others(method) : `\`${camelCase(method)}\``
      if (here === undefined) throw new Error(`kamaki's ${method} has no counterpart in ${folder}`)
      return [`\`${method}\``, here, call?.doc ?? '']
    })
  return markdownTable(['kamaki', 'here', 'what it does'], rows)
}
