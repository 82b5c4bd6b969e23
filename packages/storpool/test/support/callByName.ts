import api from '../../spec/api.json' with { type: 'json' }
import type { AnyCallOptions, StorPool } from '../../src/index.js'

interface CallEntry {
  arguments?: Record<string, string>
  json?: string
  member?: string
  optional?: boolean
}

/** Makes a call by its name, with path arguments and JSON argument apart from each other, as the bindings take them. */
export function callByName(
  storpool: StorPool,
  name: string,
  params: readonly unknown[],
  json: unknown,
  options: AnyCallOptions,
): Promise<unknown> {
  const entry = (api.calls as Record<string, CallEntry>)[name] ?? { arguments: { bucketName: '' }, json: '' }
  const method: unknown = Reflect.get(storpool, name)
  if (typeof method !== 'function') throw new Error(`there is no call ${name}`)
  if (entry.arguments === undefined && entry.json === undefined) return method(options)
  const names = Object.keys(entry.arguments ?? {})
  const fromPath = Object.fromEntries(names.map((each, index) => [each, params[index]]))
  const fromJson = entry.member === undefined ? json : { [entry.member]: json }
  // Named as undefined, a member says that there is a JSON argument, be it empty.
  const given = entry.optional && json !== undefined && names.length > 0 ? { targetDeleteDate: undefined } : {}
  const isMissing = entry.optional && json === undefined && names.length === 0
  return method(isMissing ? undefined : { ...given, ...(fromJson as object), ...fromPath }, options)
}
