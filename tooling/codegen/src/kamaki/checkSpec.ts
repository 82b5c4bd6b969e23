import { pathParameters, splitRequest } from './requestParts.ts'
import type { Spec } from './Spec.ts'

/** Refuses a table that contradicts itself, with the name of the call. */
export function checkSpec(spec: Spec): void {
  for (const [name, call] of Object.entries(spec.calls)) {
    const fail = (text: string): never => {
      throw new Error(`${spec.package}, ${name}: ${text}`)
    }
    if (call.hand !== undefined) continue
    if (call.request === undefined) fail('neither a request nor made by hand')
    const { method } = splitRequest(call.request ?? '')
    if (call.body !== undefined && method !== 'POST' && method !== 'PUT') fail(`a ${method} with a body`)
    const params = Object.keys(call.params ?? {}).map((key) => key.replace('?', ''))
    for (const key of pathParameters(call)) if (!params.includes(key)) fail(`the path names «${key}», no parameter`)
    const used = JSON.stringify([call.body, call.query]).match(/\$\w+/g) ?? []
    for (const key of used) if (!params.includes(key.slice(1))) fail(`«${key}» is no parameter`)
    const known = new Set([...used.map((key) => key.slice(1)), ...pathParameters(call), 'detail', 'success'])
    for (const key of params) if (!known.has(key)) fail(`parameter «${key}» goes nowhere`)
  }
}
