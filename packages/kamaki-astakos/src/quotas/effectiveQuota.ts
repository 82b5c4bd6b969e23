import type { Quota } from '../schemas/Quota.js'

/** What a user can really take. Bytes or pieces. */
export interface EffectiveQuota {
  /** The user's limit, or less where the other members of the project leave less. */
  limit: bigint
  /** How much is left of it; never negative. */
  free: bigint
}

/**
 * What a user can really take of a resource: the user's own limit counts, and so does what the other members have left
 * of the project's.
 *
 * @example
 * const quotas = await getQuotas(client)
 * const { free } = effectiveQuota(quotas[project]['cyclades.vm'])
 */
export function effectiveQuota(quota: Quota): EffectiveQuota {
  const { usage, limit: own, project_limit: whole, project_usage: all } = quota
  let limit = own
  if (whole !== undefined && all !== undefined && whole - (all - usage) < own) limit = whole - (all - usage)
  return { limit, free: limit > usage ? limit - usage : 0n }
}
