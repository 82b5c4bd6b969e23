import * as z from 'zod/mini'

export const imageMember = z.looseObject({ member_id: z.string(), can_share: z.optional(z.boolean()) })

/** Somebody who may use an image. */
export interface ImageMember extends z.output<typeof imageMember> {}
