import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkLinks } from './checkLinks.ts'

function siteOf(files: Record<string, string>): string {
  const site = mkdtempSync(join(tmpdir(), 'site-'))
  onTestFinished(() => rmSync(site, { recursive: true }))
  mkdirSync(join(site, 'sub'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(site, name), content)
  return site
}

test('finds links to files and places that are not there, and follows the others', () => {
  const site = siteOf({
    'index.html': [
      '<h1 id="top">Title</h1> <a href="#top">up</a> <a href="#missing">nowhere</a>',
      '<a href="sub/page.html#a&amp;b">there</a> <a href="sub/none.html">gone</a> <a href="sub/page.html#c">gone</a>',
      '<img src="picture.svg"> <a href="https://example.org/none">elsewhere</a> <a href="mailto:a@b">mail</a>',
    ].join('\n'),
    'sub/page.html': '<p id="a&amp;b">Text</p> <a href="../index.html">back</a> <a href="../../secret">out</a>',
  })
  const { name, problems } = checkLinks(site)
  expect(name).toBe('links of 2 pages')
  expect(problems.toSorted()).toEqual([
    'index.html: #missing names a place that is not there',
    'index.html: picture.svg does not exist',
    'index.html: sub/none.html does not exist',
    'index.html: sub/page.html#c names a place that is not there',
    'sub/page.html: ../../secret leads out of the site',
  ])
})

test('a site without pages is none', () => {
  expect(checkLinks(siteOf({})).problems).toEqual(['there is no page'])
})
