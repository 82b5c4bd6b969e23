import { ConfigurationError } from '@x/core-errors'
import {
  DFLT_CTRL_PORT_PLAIN,
  DFLT_CTRL_PORT_SSL,
  DFLT_STLT_PORT_PLAIN,
  DFLT_STLT_PORT_SSL,
} from '@x/linstor-wire/constants'
import type { ControllerAddress } from './ControllerAddress.js'

const schemes = new Map([
  ['linstor', { tls: false, satellite: false, port: DFLT_CTRL_PORT_PLAIN }],
  ['linstor+ssl', { tls: true, satellite: false, port: DFLT_CTRL_PORT_SSL }],
  ['linstorstlt', { tls: false, satellite: true, port: DFLT_STLT_PORT_PLAIN }],
  ['linstorstlt+ssl', { tls: true, satellite: true, port: DFLT_STLT_PORT_SSL }],
])

/**
 * Reads the URI of one controller: `linstor://host[:port]`, or `linstor+ssl://`, `linstorstlt://`, `linstorstlt+ssl://`.
 * The host is a name, an IPv4 address, or an IPv6 address in brackets; an IPv6 address without brackets can't carry a
 * port.
 *
 * @throws {ConfigurationError} for anything else, a path, a query and credentials included.
 * @example
 * parseControllerUri('linstor+ssl://[2001:db8::1]') // { host: '2001:db8::1', port: 3377, tls: true, … }
 */
export function parseControllerUri(text: string): ControllerAddress {
  const [, name = '', authority = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(text) ?? []
  const kind = schemes.get(name.toLowerCase())
  if (kind === undefined) {
    const known = [...schemes.keys()].map((scheme) => `${scheme}://`).join(', ')
    throw invalid(name === '' ? `${quote(text)} has no scheme` : `unknown scheme ${quote(name)}`, `known are ${known}`)
  }
  if (authority.includes('@')) throw invalid('a controller URI takes no credentials', 'sign in with the option signIn')
  if (rest !== '' && rest !== '/') throw invalid(`${quote(text)} has a path or query`, 'only host and port are taken')
  const { host, port } = splitAuthority(authority, text)
  const number = port === '' ? kind.port : toPort(port, text)
  const uri = `${name.toLowerCase()}://${host.includes(':') ? `[${host}]` : host}:${number}`
  return { uri, host, port: number, tls: kind.tls, satellite: kind.satellite }
}

function splitAuthority(authority: string, text: string): { host: string; port: string } {
  if (authority.startsWith('[')) {
    const [, host, port = ''] = /^\[([^\]]*)\](?::(.*))?$/s.exec(authority) ?? []
    if (host === undefined) throw invalid(`${quote(text)} has a bracket without its counterpart`)
    if (!isIpv6(host)) throw invalid(`${quote(host)} in brackets is no IPv6 address`)
    return { host, port }
  }
  if (isIpv6(authority)) return { host: authority, port: '' }
  const [host = '', port = '', ...more] = authority.split(':')
  if (more.length > 0 || !/^[\p{L}\p{N}._-]+$/u.test(host)) throw invalid(`${quote(text)} has no usable host`)
  return { host, port }
}

const isIpv6 = (host: string): boolean => /^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*(?:%[\w.-]+)?$/i.test(host)

function toPort(text: string, uri: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65_535) throw invalid(`${quote(uri)} has port ${quote(text)}`, 'it must be from 1 to 65535')
  return port
}

const quote = (text: string): string => JSON.stringify(text)

const invalid = (problem: string, advice?: string): ConfigurationError =>
  new ConfigurationError(`controller URI: ${problem}${advice === undefined ? '' : `; ${advice}`}`, { path: 'uri' })
