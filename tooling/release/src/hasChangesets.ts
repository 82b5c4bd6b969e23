import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a repository has changes that are in no version yet. */
export const hasChangesets = (root: string): boolean =>
  readdirSync(join(root, '.changeset')).some((file) => file.endsWith('.md') && file !== 'README.md')
