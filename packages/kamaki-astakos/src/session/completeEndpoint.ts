import { ConfigurationError } from '@x/core-errors'

/**
 * Completes the address of a service: cuts slashes at its end and appends `/v<version>` unless the last segment already
 * is a version. Since Synnefo 0.19 a catalog may publish services without one.
 *
 * @param url - Address as the catalog or the caller gives it.
 * @param version - For example `2.0`; without it the address is used as it is.
 * @throws {ConfigurationError} when this is no address over http or https.
 */
export function completeEndpoint(url: string | URL, version?: string): string {
  const text = String(url)
  const parsed = URL.canParse(text) ? new URL(text) : undefined
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    throw new ConfigurationError(`«${text}» is not an http or https address`, { path: 'url' })
  }
  if (parsed.search !== '' || parsed.hash !== '' || parsed.username !== '' || parsed.password !== '') {
    throw new ConfigurationError(
      `The address of a service can't have a query, a fragment or credentials: ${parsed.origin}`,
      {
        path: 'url',
      },
    )
  }
  const base = parsed.origin + parsed.pathname.replace(/\/+$/, '')
  return version === undefined || /\/v\d+(?:\.\d+)?$/.test(base) ? base : `${base}/v${version}`
}
