import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A JSON file of the repository, by its path from the root. */
export const readJson = <T>(root: string, path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T
