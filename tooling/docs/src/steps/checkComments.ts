import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JSONOutput } from 'typedoc'
import type { Check } from '../Check.ts'
import { undocumented } from './undocumented.ts'

/** Everything that a package exports has a doc comment. */
export function checkComments(site: string): Check {
  const file = join(site, 'reference.json')
  const name = 'doc comments'
  if (!existsSync(file)) return { name, problems: ['there is no reference to look at'] }
  const project = JSON.parse(readFileSync(file, 'utf8')) as JSONOutput.ProjectReflection
  return { name, problems: undocumented(project).map((symbol) => `${symbol} has no doc comment`) }
}
