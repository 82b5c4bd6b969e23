import { FakeFault } from '@x/kamaki-astakos/testing'
import type { PithosStore } from '../store/PithosStore.js'
import type { ContainerPolicy, StoredContainer } from '../store/StoredContainer.js'
import { prefixedHeaders } from './prefixedHeaders.js'

const prefix = 'X-Container-Policy-'

/** The policy of a new container. */
export const defaultPolicy = (account: string): ContainerPolicy => ({ quota: 0, versioning: 'auto', project: account })

/** The policies that a request names. @throws {FakeFault} 400 */
export function policyHeaders(headers: ReadonlyMap<string, string>): Partial<ContainerPolicy> {
  const policy: Partial<ContainerPolicy> = {}
  for (const [header, text] of prefixedHeaders(headers, prefix)) {
    const value = text.replaceAll(' ', '')
    switch (header.slice(prefix.length).toLowerCase()) {
      case 'quota':
        if (!/^\+?\d+$/.test(value)) {
          throw new FakeFault('badRequest', 'The quota policy value should be a positive integer.')
        }
        policy.quota = Number(value)
        break
      case 'versioning':
        if (value !== 'auto' && value !== 'none') {
          throw new FakeFault('badRequest', "The versioning policy value should be either 'auto' or 'none'.")
        }
        policy.versioning = value
        break
      case 'project':
        policy.project = value
        break
      default:
        throw new FakeFault('badRequest', "The only allowed policies are 'quota' or 'versioning'.")
    }
  }
  return policy
}

/** Puts policies into force; what is not given falls back to the default when they replace. @throws {FakeFault} 413 */
export function applyPolicy(
  store: PithosStore,
  container: StoredContainer,
  given: Partial<ContainerPolicy>,
  replace: boolean,
): void {
  if (Object.keys(given).length === 0) return
  const { project, ...rest } = { ...(replace ? defaultPolicy(container.account) : container.policy), ...given }
  store.reassign(container, project)
  Object.assign(container.policy, rest)
}
