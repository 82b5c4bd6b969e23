import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Check } from '../Check.ts'

/** What a page has and where it points. */
interface Page {
  ids: ReadonlySet<string>
  targets: readonly string[]
}

/** Every link inside a built site leads to a file of it, and to a place in that file where the link names one. */
export function checkLinks(site: string): Check {
  const files = globSync('**/*.html', { cwd: site }).map((name) => join(site, name))
  const pages = new Map(files.map((file) => [file, readPage(file)]))
  const problems = files.flatMap((file) =>
    pages.get(file)!.targets.flatMap((target) => {
      const problem = findProblem(site, file, target, pages)
      return problem === undefined ? [] : [`${relative(site, file)}: ${target} ${problem}`]
    }),
  )
  if (files.length === 0) problems.push('there is no page')
  return { name: `links of ${files.length} pages`, problems }
}

function readPage(file: string): Page {
  const html = readFileSync(file, 'utf8').replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, (script) =>
    script.slice(0, 300),
  )
  const ids = new Set([...html.matchAll(/\s(?:id|name)="([^"]*)"/g)].map(([, id]) => plainText(id!)))
  const targets = new Set([...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, target]) => plainText(target!)))
  return { ids, targets: [...targets] }
}

function findProblem(site: string, from: string, target: string, pages: ReadonlyMap<string, Page>): string | undefined {
  if (target === '' || target === '#' || /^[a-z][a-z0-9+.-]*:/i.test(target)) return undefined // elsewhere, or nowhere
  const [path = '', hash = ''] = target.split('#').map(decodeURIComponent)
  const file = path === '' ? from : resolve(dirname(from), path.replace(/\?.*$/, ''))
  if (relative(site, file).startsWith('..')) return 'leads out of the site'
  if (!existsSync(file)) return 'does not exist'
  const found = statSync(file).isDirectory() ? join(file, 'index.html') : file
  const page = pages.get(found)
  if (hash === '' || page === undefined) return undefined // nothing to look for
  return page.ids.has(hash) ? undefined : 'names a place that is not there'
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const plainText = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
