import { readFileSync } from 'node:fs'
import type { ReferenceMethod } from './ReferenceMethod.ts'

/** Reads the public methods of the reference library, by class and name. */
export function loadMethods(file: string): ReferenceMethod[] {
  const table = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, Partial<ReferenceMethod>>>
  return Object.entries(table).flatMap(([client, methods]) =>
    Object.entries(methods).map(([method, { request = '', params = [], property = false }]) => ({
      client,
      method,
      request,
      params,
      property,
    })),
  )
}
