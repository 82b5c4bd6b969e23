import { ConfigurationError } from '@x/core-errors'
import { encodeComponent } from '@x/kamaki-astakos/http'

const prefix = 'x-image-meta-'

/**
 * The headers that describe an image. Name and properties are percent-encoded, since headers carry ASCII alone; slashes
 * stay. Underscores in names become dashes: some proxies drop headers with underscores, and the service stores the same
 * name for both.
 *
 * @param fields - By their name without prefix: `disk_format`. `undefined` leaves one out.
 * @throws {ConfigurationError} for a property whose name no header can have.
 */
export function imageHeaders(
  fields: Readonly<Record<string, string | undefined>>,
  properties: Readonly<Record<string, unknown>> = {},
): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined) headers[prefix + key.replaceAll('_', '-')] = key === 'name' ? encodeValue(value) : value
  }
  for (const [key, value] of Object.entries(properties)) {
    if (!/^[A-Za-z0-9._-]+$/.test(key)) {
      throw new ConfigurationError(`«${key}» can't be the name of a property: letters, digits, dots and dashes alone`, {
        path: `properties.${key}`,
      })
    }
    if (value === undefined || value === null) continue
    headers[`${prefix}property-${key.replaceAll('_', '-')}`] = encodeValue(String(value))
  }
  return headers
}

const encodeValue = (text: string): string => encodeComponent(text).replaceAll('%2F', '/')
