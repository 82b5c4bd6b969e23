import * as z from 'zod/mini'

export const sharedImage = z.looseObject({ image_id: z.string(), can_share: z.optional(z.boolean()) })

/** An image that somebody shares. */
export interface SharedImage extends z.output<typeof sharedImage> {}
