import type { QuotaShortage } from './QuotaShortage.js'
import { resourceLabels } from './resourceLabels.js'
import type { SynnefoFault } from './SynnefoFault.js'

/**
 * Finds out of a fault which quota was too small: the account service says it in `data`, the others in a sentence like
 * `'Virtual Machine' … Available: 0, Requested: 1`.
 */
export function readQuotaShortage(fault: SynnefoFault): QuotaShortage | undefined {
  const fields = (value: unknown) =>
    (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const { provision, limit, usage } = fields(fault.data)
  const { resource, quantity } = fields(provision)
  const [most, used, requested] = [limit, usage, quantity].map(whole)
  if (typeof resource === 'string' && most !== undefined && used !== undefined && requested !== undefined) {
    return { resource, label: resourceLabels[resource] ?? resource, available: most - used, requested }
  }
  for (const text of [...fault.details, fault.message]) {
    const found = /'([^']+)'[^']*Available:\s*(-?\d+)[^\d]*Requested:\s*(-?\d+)/.exec(text)
    if (found === null) continue
    const label = found[1] ?? ''
    const id = Object.keys(resourceLabels).find((key) => resourceLabels[key] === label)
    return { resource: id, label, available: BigInt(found[2] ?? 0), requested: BigInt(found[3] ?? 0) }
  }
  return undefined
}

const whole = (value: unknown): bigint | undefined =>
  typeof value === 'bigint' ? value : Number.isInteger(value) ? BigInt(value as number) : undefined
