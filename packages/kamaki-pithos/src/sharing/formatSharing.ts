import { ConfigurationError } from '@x/core-errors'
import type { Grantee, Sharing } from './Sharing.js'

/**
 * Forms the value of `X-Object-Sharing`: `read=<id>,<id>;write=<id>`. Empty, it ends all sharing.
 *
 * @throws {ConfigurationError} when an id could be taken for something else, or holds `~`, which the server drops.
 */
export function formatSharing(sharing: Partial<Sharing>): string {
  const parts = (['read', 'write'] as const).flatMap((right) => {
    const grantees = sharing[right] ?? []
    return grantees.length === 0 ? [] : [`${right}=${grantees.map((id) => checked(id, right)).join(',')}`]
  })
  return parts.join(';')
}

function checked(id: Grantee, right: string): string {
  if (/^[^,;=~\s]+$/.test(id)) return id
  throw new ConfigurationError(
    `«${id}» can't be shared with: an id is an account's uuid, <account>:<group>, or * for everybody`,
    { path: `sharing.${right}` },
  )
}
