import { join } from 'node:path'
import { buildPlayground } from '@x-tooling/playground'
import type { Check } from '../Check.ts'

/** Puts the playground into the site. */
export async function addPlayground(root: string, site: string): Promise<Check> {
  const { programs } = await buildPlayground(root, join(site, 'playground'))
  const name = `playground with ${programs.length} programs`
  const mute = programs.filter(({ about }) => about === '')
  return { name, problems: mute.map(({ id }) => `${id} does not begin with a comment that says what it shows`) }
}
