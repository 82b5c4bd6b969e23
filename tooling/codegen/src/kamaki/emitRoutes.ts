import { docComment } from './names.ts'
import { routesOf } from './requestParts.ts'
import type { Spec } from './Spec.ts'

/** Writes the routes of the fake services, with the status of success: everything that any call of the tables asks for. */
export function emitRoutes(specs: readonly Spec[], doc: string): string {
  const services = new Map<string, Map<string, number>>()
  for (const spec of specs) {
    for (const call of Object.values(spec.calls)) {
      if (call.request === undefined) continue
      const service = call.service ?? spec.service
      const routes = services.get(service) ?? new Map<string, number>()
      services.set(service, routes)
      for (const route of routesOf(call)) {
        const known = [...routes.keys()].some((other) => withoutNames(other) === withoutNames(route))
        if (!known) routes.set(route, call.success?.[0] ?? 200)
      }
    }
  }
  const text = [...services].sort().map(([service, routes]) => {
    const lines = [...routes].sort().map(([route, status]) => `'${route}': ${status},\n`)
    return `${service}: {\n${lines.join('')}},\n`
  })
  return `${docComment(doc)}export const routes = {\n${text.join('')}} as const\n`
}

// Two tables may name the same part of a path differently.
const withoutNames = (route: string): string => route.replaceAll(/\{\w+\}/g, '{}')
