import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CallSpec, Spec, Template } from './Spec.ts'

/** Reads tables of a package's `spec` folder; what a call is `like` is written out. */
export function loadSpecs(folder: string, tables: readonly string[]): Spec[] {
  const read = (table: string) => JSON.parse(readFileSync(join(folder, `${table}.json`), 'utf8')) as Spec
  return tables.map((table) => {
    const spec = read(table)
    const calls = Object.entries(spec.calls).map(([name, call]) => {
      if (call.like === undefined) return [name, call]
      const [model = table, other = ''] = call.like.includes('.') ? call.like.split('.') : [table, call.like]
      const found = (model === table ? spec : read(model)).calls[other]
      if (found === undefined || found.like !== undefined)
        throw new Error(`${table}.${name} is like no call: ${call.like}`)
      return [name, resemble(call, found)]
    })
    return { ...spec, calls: Object.fromEntries(calls) }
  })
}

function resemble({ like: _like, without = [], ...own }: CallSpec, model: CallSpec): CallSpec {
  const { params = {}, body, query, returns, unchanged, ...rest } = model
  const kept = Object.entries(params).filter(([key]) => !without.includes(key))
  const gone = without.map((key) => `$${key.replace('?', '')}`)
  return {
    ...rest,
    ...(query === undefined ? {} : { query: prune(query, gone) as Record<string, Template> }),
    ...(body === undefined ? {} : { body: prune(body, gone) }),
    ...(own.raw ? {} : { returns, unchanged }),
    ...own,
    params: { ...Object.fromEntries(kept), ...own.params },
  } as CallSpec
}

function prune(template: Template, gone: readonly string[]): Template {
  if (typeof template !== 'object' || template === null || Array.isArray(template)) return template
  const members = Object.entries(template).filter(
    ([, value]) => !(typeof value === 'string' && gone.includes(value.split('|')[0] ?? '')),
  )
  return Object.fromEntries(members.map(([key, value]) => [key, prune(value, gone)]))
}
