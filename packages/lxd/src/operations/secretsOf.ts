import { ProtocolError } from '@x/core-errors'

/**
 * The secrets of an operation's sockets, by their names.
 *
 * @param found - Where the server put them: the operation's metadata, or `fds` in it.
 * @throws {ProtocolError} when one of `names` is missing.
 */
export function secretsOf<Name extends string>(
  found: unknown,
  names: readonly Name[],
  operation: string,
): Record<Name, string> {
  const secrets = (typeof found === 'object' && found !== null ? found : {}) as Record<string, unknown>
  const entries = names.map((name) => {
    const secret = secrets[name]
    if (typeof secret === 'string') return [name, secret] as const
    throw new ProtocolError(`${operation}: the server gave no secret for the socket ${name}`, { operation })
  })
  return Object.fromEntries(entries) as Record<Name, string>
}
