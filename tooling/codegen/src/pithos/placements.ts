import type { Parameter } from './parameters.ts'

/** Pieces of code that put a parameter where it goes. */
export interface Placed {
  query?: string
  header?: string
  other?: string
}

/** How a parameter becomes a part of the request. */
export function placementOf({ name, placement }: Parameter, from: (module: string, item: string) => void): Placed {
  if (placement === undefined) return {}
  const [kind = '', target = '', form] = placement.split(':')
  const value = `parameters.${name}`
  const use = (helper: string, code: string) => {
    from(`headers/${helper}`, helper)
    return code
  }
  const key = JSON.stringify(target.toLowerCase())
  switch (kind) {
    case 'query':
      return { query: `${JSON.stringify(target)}: ${queryValue(name, value, form, use)}` }
    case 'flag':
      return {
        query: `${JSON.stringify(target)}: ${use('flag', form === 'default' ? `flag(${value} ?? true)` : `flag(${value})`)}`,
      }
    case 'header':
      return { header: `${key}: ${headerValue(name, value, form, use)}` }
    case 'metadata':
      return { header: `...${use('metadataHeaders', `metadataHeaders(${key}, ${value})`)}` }
    case 'unset':
      return { header: `...${use('metadataHeaders', `metadataHeaders(${key}, { [${value}]: '' })`)}` }
    case 'groups':
      return { header: `...${use('groupHeaders', `groupHeaders(${value})`)}` }
    case 'group':
      return { header: `...${use('groupHeaders', `groupHeaders({ [${value}]: parameters.usernames })`)}` }
    case 'ungroup':
      return { header: `...${use('groupHeaders', `groupHeaders({ [${value}]: [] })`)}` }
    case 'sharing':
      from('sharing/sharingHeader', 'sharingHeader')
      return { header: `"x-object-sharing": sharingHeader(${value})` }
    case 'rights':
      from('sharing/sharingHeader', 'sharingHeader')
      return {
        header: `"x-object-sharing": sharingHeader({ read: parameters.readPermission, write: parameters.writePermission })`,
      }
    case 'body': {
      const json = 'parameters.json === undefined ? undefined : JSON.stringify(parameters.json)'
      return { other: `body: ${target === 'json' ? `${value} ?? (${json})` : value}` }
    }
    default:
      throw new Error(`${name}: nothing is known about the placement «${placement}»`)
  }
}

type Use = (helper: string, code: string) => string

function queryValue(name: string, value: string, form: string | undefined, use: Use): string {
  if (form === 'seconds') return use('wholeSeconds', `wholeSeconds('${name}', ${value})`)
  if (form === 'count') return use('wholeNumber', `wholeNumber('${name}', ${value})`)
  if (form === 'unlessPath') return `parameters.path ? undefined : ${value}`
  if (form === 'list') return `${value}?.join(',')`
  return value
}

function headerValue(name: string, value: string, form: string | undefined, use: Use): string {
  const optional = (code: string) => `${value} === undefined ? undefined : ${code}`
  switch (form) {
    case 'quote':
      return use('quote', optional(`quote(${value})`))
    case 'escape':
      return use('escapeHeader', optional(`escapeHeader(${value})`))
    case 'date':
      return use('dateHeader', `dateHeader('${name}', ${value})`)
    case 'boolean':
      return use('booleanHeader', `booleanHeader(${value})`)
    case 'number':
      return use('wholeNumber', `wholeNumber('${name}', ${value})`)
    case 'octet':
      return use('plainHeader', `plainHeader('${name}', ${value} ?? 'application/octet-stream')`)
    case 'text':
      return optional(`String(${value})`)
    case 'range':
      return optional(`\`bytes=\${${value}.replace(/^bytes=/, '')}\``)
    default:
      return use('plainHeader', `plainHeader('${name}', ${value})`)
  }
}
