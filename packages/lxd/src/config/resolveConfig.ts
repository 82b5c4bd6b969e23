import { ConfigurationError, resolveRetryOptions, Secret } from '@x/core-errors'
import type { CreateLxdClientParameters } from '../createLxdClient.js'
import type { LxdConfig } from './LxdConfig.js'

/** Checks the parameters of a client. @throws {ConfigurationError} */
export function resolveConfig(parameters: CreateLxdClientParameters): LxdConfig {
  const { socketPath, url, certificate, key, serverCertificate, ca, token } = parameters
  const problem = findProblem(parameters)
  if (problem !== undefined) throw new ConfigurationError(problem.message, { path: problem.path })
  resolveRetryOptions(parameters.retry)
  return Object.freeze({
    origin: url === undefined ? 'http://lxd' : originOf(url),
    socketPath,
    certificate,
    key: key === undefined || key instanceof Secret ? key : new Secret(key),
    serverCertificate: serverCertificate === undefined ? undefined : pinOf(serverCertificate),
    ca,
    token: tokenSource(token),
    project: parameters.project,
    target: parameters.target,
    timeoutMs: positive(parameters.timeoutMs ?? 30_000, 'timeoutMs'),
    retry: parameters.retry,
    maxConnections: positive(parameters.maxConnections ?? 50, 'maxConnections'),
    maxResponseBytes: positive(parameters.maxResponseBytes ?? 268_435_456, 'maxResponseBytes'),
    maxMessageBytes: positive(parameters.maxMessageBytes ?? 16_777_216, 'maxMessageBytes'),
    fetch: parameters.fetch,
    openWebSocket: parameters.openWebSocket,
    hooks: parameters.hooks,
  })
}

function findProblem(parameters: CreateLxdClientParameters): { message: string; path: string } | undefined {
  const { socketPath, url, certificate, key, serverCertificate, ca, fetch } = parameters
  if (socketPath !== undefined && url !== undefined) {
    return { message: 'socketPath and url exclude each other', path: 'socketPath' }
  }
  if (socketPath === undefined && url === undefined && fetch === undefined) {
    return {
      message: 'socketPath or url must say where the server is; localSocketPath() of @x/lxd/node finds the local one',
      path: 'socketPath',
    }
  }
  if (socketPath === '') return { message: 'socketPath must not be empty', path: 'socketPath' }
  if ((certificate === undefined) !== (key === undefined)) {
    return {
      message: 'certificate and key must be given together',
      path: certificate === undefined ? 'certificate' : 'key',
    }
  }
  if (serverCertificate !== undefined && ca !== undefined) {
    return { message: 'serverCertificate and ca exclude each other', path: 'serverCertificate' }
  }
  const secure = url !== undefined && fetch === undefined
  if (secure && new URL(url).protocol !== 'https:') {
    return { message: `url must begin with https://, not ${new URL(url).protocol}//`, path: 'url' }
  }
  return undefined
}

function originOf(url: string | URL): string {
  const { origin, pathname, username, password } = new URL(url)
  if (username !== '' || password !== '') {
    throw new ConfigurationError('url must not hold a user name or password', { path: 'url' })
  }
  if (pathname !== '/') throw new ConfigurationError(`url must not have a path, but has ${pathname}`, { path: 'url' })
  return origin
}

// A whole certificate as it is, a fingerprint the way Node prints it after `toLowerCase` and without colons.
function pinOf(serverCertificate: string): string {
  if (serverCertificate.includes('-----BEGIN CERTIFICATE-----')) return serverCertificate
  const digits = serverCertificate.replaceAll(':', '').trim().toLowerCase()
  if (/^[0-9a-f]{64}$/.test(digits)) return digits
  throw new ConfigurationError('serverCertificate must be a PEM certificate or a SHA-256 fingerprint of 64 digits', {
    path: 'serverCertificate',
  })
}

function tokenSource(token: CreateLxdClientParameters['token']): LxdConfig['token'] {
  if (token === undefined || typeof token === 'function') return token
  const secret = token instanceof Secret ? token : new Secret(token)
  return () => secret.reveal()
}

function positive(value: number, path: string): number {
  if (value > 0) return value
  throw new ConfigurationError(`${path} must be more than 0, not ${value}`, { path })
}
