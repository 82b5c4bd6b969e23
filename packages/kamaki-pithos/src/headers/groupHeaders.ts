import { ConfigurationError } from '@x/core-errors'
import { quote } from './quote.js'

/**
 * Forms the headers of groups. An empty list deletes a group.
 *
 * @throws {ConfigurationError} for a name with a dash, an underscore or `~`, and for a member that would be several.
 */
export function groupHeaders(groups: Readonly<Record<string, readonly string[]>> = {}): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, members] of Object.entries(groups)) {
    const path = `groups.${name}`
    if (!/^[^-_~]+$/.test(name)) {
      throw new ConfigurationError(`«${name}» can't be the name of a group: it needs letters, and no - or _`, { path })
    }
    const bad = members.find((member) => !/^[^,~\s]+$/.test(member))
    if (bad !== undefined) throw new ConfigurationError(`«${bad}» is not the id of an account`, { path })
    headers[`x-account-group-${quote(name)}`] = quote(members.join(','))
  }
  return headers
}
