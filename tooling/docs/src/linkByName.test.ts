import type { JSONOutput } from 'typedoc'
import { expect, test } from 'vitest'
import { referenceOf } from '../test/referenceOf.ts'
import { load } from './linkByName.ts'

const files = {
  'client.ts': 'export interface Client { close(): void }\nexport const twice = 1',
  'other.ts': 'export const twice = 2',
  'action.ts': [
    '/** Of a {@link Client}, {@link Client.close | closed}; not {@link missing} or {@link twice}. */',
    'export function action(): void {}',
  ].join('\n'),
}

test('links names that the file does not import, unless nothing or several things have the name', async () => {
  const project = await referenceOf(files, load)
  const modules = (project.children ?? []) as JSONOutput.DeclarationReflection[]
  const parts = modules.find(({ name }) => name === 'action')?.children?.[0]?.signatures?.[0]?.comment?.summary ?? []
  const links = parts.filter((part) => part.kind === 'inline-tag')
  expect(links.map(({ text, target }) => [text, typeof target === 'number'])).toEqual([
    ['Client', true],
    ['closed', true],
    ['missing', false],
    ['twice', false],
  ])
}, 60_000) // it compiles

test('what is thrown becomes a link, and what no package exports stays', async () => {
  const source = [
    'export class Refusal extends Error {}',
    '/** Works. @throws {Refusal} when refused. @throws {TypeError} never. */ export function work(): void {}',
  ].join('\n')
  const project = await referenceOf({ 'a.ts': source }, load)
  const work = (project.children as JSONOutput.DeclarationReflection[]).find(({ name }) => name === 'work')
  const tags = work?.signatures?.[0]?.comment?.blockTags ?? []
  expect(tags.map(({ typeAnnotation, content }) => [typeAnnotation, content[0]?.kind, content[0]?.text])).toEqual([
    [undefined, 'inline-tag', 'Refusal'],
    ['{TypeError}', 'text', 'never.'],
  ])
}, 60_000) // it compiles
