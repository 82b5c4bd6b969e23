import type { VolumePolicyDesc } from '../../schemas/VolumePolicyDesc.js'

/** Tags as a plain object, however the caller gave them. */
export const tagsOf = (tags: VolumePolicyDesc['tags']): Record<string, string> =>
  tags instanceof Map ? Object.fromEntries(tags) : { ...(tags as Record<string, string> | null | undefined) }
