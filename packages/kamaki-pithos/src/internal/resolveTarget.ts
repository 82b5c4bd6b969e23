import { type CallOptions, ConfigurationError } from '@x/core-errors'
import type { PathPart } from '@x/kamaki-astakos/http'
import type { PithosClient } from '../createPithosClient.js'
import type { ObjectTarget } from './Target.js'

/** How deep into the store a call reaches. */
export type Level = 'top' | 'account' | 'container' | 'object'

/** An address with all that the caller left out filled in. */
export interface ResolvedTarget {
  readonly account: string
  readonly container: string
  readonly obj: string
  /** Below the service's address. */
  readonly path: readonly PathPart[]
}

/**
 * Fills in the client's account and container. Asks the session for the user when nobody names an account.
 *
 * @throws {ConfigurationError} when there is no container, or a name is empty or a text that can't be sent.
 */
export async function resolveTarget(
  client: PithosClient,
  level: Level,
  target: Partial<ObjectTarget>,
  options: CallOptions,
): Promise<ResolvedTarget> {
  const { container = client.config.container ?? '', obj = '' } = target
  const given = target.account ?? client.config.account
  const depth = ['top', 'account', 'container', 'object'].indexOf(level)
  if (depth >= 2) requireName('container', container)
  if (depth >= 3) requireName('obj', obj)
  if (given !== undefined) requireName('account', given)
  if (container.includes('/')) {
    throw new ConfigurationError(`«${container}» can't be the name of a container: it has a slash`, {
      path: 'container',
    })
  }
  const account = depth === 0 ? '' : (given ?? (await client.session.user(options)).id)
  const path: PathPart[] = [account, container, { slashes: obj }].slice(0, depth)
  return { account, container, obj, path: depth === 0 ? [{ slashes: '' }] : path }
}

function requireName(path: string, value: string): void {
  if (value === '') throw new ConfigurationError(`The call needs a name for «${path}»`, { path })
}
