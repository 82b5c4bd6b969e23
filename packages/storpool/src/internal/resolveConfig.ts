import { ConfigurationError } from '@x/core-errors'
import type { CreateStorPoolClientParameters, StorPoolClientConfig } from '../createStorPoolClient.js'

/** Checks the settings of a client and fills in the defaults. @throws {ConfigurationError} */
export function resolveConfig(parameters: CreateStorPoolClientParameters): StorPoolClientConfig {
  const { multiCluster = false, retryLostPosts = false, validation = 'lenient', onIssues, timeoutMs } = parameters
  if (timeoutMs !== undefined && !(timeoutMs > 0)) {
    throw new ConfigurationError(`timeoutMs must be more than 0, not ${timeoutMs}`, { path: 'timeoutMs' })
  }
  if (validation !== 'lenient' && validation !== 'strict') {
    throw new ConfigurationError('validation must be lenient or strict', { path: 'validation' })
  }
  return Object.freeze({ url: baseUrl(parameters.url), multiCluster, retryLostPosts, validation, onIssues })
}

function baseUrl(given: string | URL): string {
  const url = URL.canParse(given) ? new URL(given) : undefined
  const usable = url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  if (!usable || url.search !== '' || url.hash !== '') {
    throw new ConfigurationError('url must be like http://192.0.2.10:81, without user, query and fragment', {
      path: 'url',
    })
  }
  return `${url.origin}${url.pathname.replace(/\/$/, '')}/ctrl/1.0/`
}
