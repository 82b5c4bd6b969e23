import * as z from 'zod/mini'

export const resolvedCommissions = z.looseObject({
  accepted: z.array(z.int()),
  rejected: z.array(z.int()),
  failed: z.array(z.tuple([z.int(), z.unknown()])),
})

/** What became of commissions: their serials, and with those that failed the fault. */
export interface ResolvedCommissions extends z.output<typeof resolvedCommissions> {}
