import type { CallSpec, Template } from './Spec.ts'

/** The method and the path of a call's `request`. */
export function splitRequest(request: string): { method: string; path: string } {
  const [method = '', path = ''] = request.split(' ')
  return { method, path }
}

/** TypeScript for the parts of a path: `['servers', parameters.serverId, 'action']`. */
export function pathExpression(call: CallSpec): string {
  const { path } = splitRequest(call.request ?? '')
  const parts: string[] = []
  for (const piece of path.match(/\[[^\]]+\]|\/[^/[]*/g) ?? []) {
    if (!piece.startsWith('[')) {
      parts.push(segment(piece.slice(1)))
      continue
    }
    const choices = piece.slice(1, -1).split('|')
    const name = choices.at(-1)?.slice(2, -1) ?? ''
    const byName = `parameters.${name} === undefined ? [] : [parameters.${name}]`
    parts.push(choices.length === 2 ? `...(parameters.detail ? ['detail'] : ${byName})` : `...(${byName})`)
  }
  if (call.detail) parts.push(`...(parameters.detail ? ['detail'] : [])`)
  return `[${parts.join(', ')}]`
}

const segment = (text: string): string => {
  if (text === '') return `{ slashes: '' }`
  return text.startsWith('{') ? `parameters.${text.slice(1, -1)}` : `'${text}'`
}

/** Names of the parameters that stand in the path. */
export const pathParameters = (call: CallSpec): string[] =>
  [...(call.request ?? '').matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '')

/** The routes of a server that a call uses: optional parts written out, names of the path's parameters kept. */
export function routesOf(call: CallSpec): string[] {
  const { method, path } = splitRequest(call.request ?? '')
  const optional = /\[([^\]]+)\]/.exec(path)
  const paths = [
    path.replace(/\[[^\]]+\]/, ''),
    ...(optional?.[1]?.split('|') ?? []).map((part) => path.replace(/\[[^\]]+\]/, part)),
    ...(call.detail ? [`${path.replace(/\/$/, '')}/detail`] : []),
  ]
  return paths.map((item) => `${method} ${item}`)
}

/** The function that a template's modifier stands for. */
export const modifiers: Readonly<Record<string, string>> = {
  given: 'whenGiven',
  list: 'joinList',
  flag: 'flagText',
  whole: 'wholeOf',
}

/**
 * TypeScript for a template.
 *
 * @param required - Names of the parameters that must be given.
 */
export function templateExpression(template: Template, required: ReadonlySet<string> = new Set()): string {
  if (typeof template === 'string' && template.startsWith('$')) {
    const [name, modifier] = template.slice(1).split('|')
    const value = `parameters.${name}`
    if (modifier === undefined) return required.has(name ?? '') ? `requireGiven('${name}', ${value})` : value
    if (modifier === 'maybe') return value
    if (modifier === 'text') return `${value} ?? ''`
    if (modifier.startsWith('or:')) return `${value} ?? ${modifier.slice(3)}`
    return modifier === 'whole' ? `wholeOf('${name}', ${value})` : `${modifiers[modifier]}(${value})`
  }
  if (typeof template !== 'object' || template === null || Array.isArray(template)) return JSON.stringify(template)
  const members = Object.entries(template).map(([key, value]) => {
    const name = key.startsWith('[$') ? `[${templateExpression(key.slice(1, -1), required)}]` : JSON.stringify(key)
    return `${name}: ${templateExpression(value, required)}`
  })
  return `{ ${members.join(', ')} }`
}

/** Whether a call only reads, or changes nothing when it is sent twice. */
export function isIdempotent(call: CallSpec): boolean {
  const { method } = splitRequest(call.request ?? '')
  return call.idempotent ?? (method === 'GET' || method === 'HEAD')
}
