/**
 * Splits the full key of a controller property at its last slash, as the messages hold it. Without a slash, and with
 * nothing before it, there is no namespace.
 *
 * @example
 * splitPropertyKey('DrbdOptions/Net/max-buffers') // { namespace: 'DrbdOptions/Net', key: 'max-buffers' }
 */
export function splitPropertyKey(fullKey: string): { namespace: string | undefined; key: string } {
  const slash = fullKey.lastIndexOf('/')
  return { namespace: slash > 0 ? fullKey.slice(0, slash) : undefined, key: fullKey.slice(slash + 1) }
}
