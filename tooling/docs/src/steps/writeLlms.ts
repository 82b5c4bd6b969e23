import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Check } from '../Check.ts'
import { relink } from './relink.ts'

/** A document as language models take it: plain Markdown at an address of the site. */
interface Source {
  /** From the root of the repository. */
  path: string
  /** From the root of the site. */
  target: string
  title: string
  /** The first paragraph. */
  about: string
  text: string
}

/**
 * Writes `llms.txt` (https://llmstxt.org): a list of the guides and READMEs with what each is about, and each as
 * Markdown; `llms-full.txt` is all of them in one file.
 */
export function writeLlms(root: string, site: string): Check {
  const guides = read(root, 'docs/guides/*.md', (path) => `markdown/guides/${basename(path)}`)
  const packages = read(root, 'packages/*/README.md', (path) => `markdown/packages/${basename(dirname(path))}.md`)
  const [main] = read(root, 'README.md', () => 'markdown/README.md')
  if (main === undefined) return { name: 'llms.txt', problems: ['there is no README.md'] }
  const sources = [main, ...packages, ...guides]
  const targets = new Map(sources.map(({ path, target }) => [path, target]))
  for (const source of sources) {
    source.text = relink(source, targets)
    mkdirSync(dirname(join(site, source.target)), { recursive: true })
    writeFileSync(join(site, source.target), source.text)
  }
  const list = (heading: string, of: readonly Source[]) =>
    [`## ${heading}`, '', ...of.map(({ title, target, about }) => `- [${title}](${target}): ${about}`), ''].join('\n')
  const index = [`# ${main.title}`, '', `> ${main.about}`, '', list('Packages', packages), list('Guides', guides)]
  writeFileSync(join(site, 'llms.txt'), index.join('\n'))
  writeFileSync(join(site, 'llms-full.txt'), sources.map(({ text }) => text).join('\n\n---\n\n'))
  const untold = sources.filter(({ title, about }) => title === '' || about === '')
  return { name: 'llms.txt', problems: untold.map(({ path }) => `${path} has no title or does not say what it is`) }
}

function read(root: string, pattern: string, targetOf: (path: string) => string): Source[] {
  return globSync(pattern, { cwd: root })
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8').replace(/^---\n[\s\S]*?\n---\n+/, '')
      const [heading = '', about = ''] = text.split('\n\n').map((part) => part.replaceAll('\n', ' ').trim())
      return { path, target: targetOf(path), title: heading.replace(/^# /, ''), about: withoutLinks(about), text }
    })
}

const withoutLinks = (text: string): string => text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
