import * as z from 'zod/mini'

export const computeImageBrief = z.looseObject({ id: z.string(), name: z.string() })

/** An image in a list of the compute service without `detail`. */
export interface ComputeImageBrief extends z.output<typeof computeImageBrief> {}
