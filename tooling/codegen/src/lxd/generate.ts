import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Generate } from '../GeneratedFile.ts'
import { actionFiles } from './actionFiles.ts'
import { clientFiles } from './clientFiles.ts'
import { directionsOf } from './directions.ts'
import { schemaFiles } from './schemaFiles.ts'
import type { Table } from './table.ts'

/** Writes the types, schemas and actions of `@x/lxd`, the interface of its full client and the routes of its fake. */
export const generate: Generate = (root) => {
  const table = JSON.parse(readFileSync(join(root, 'packages/lxd/spec/rest-api.json'), 'utf8')) as Table
  const directions = directionsOf(table)
  return [...schemaFiles(table, directions), ...actionFiles(table, directions), ...clientFiles(table)]
}
