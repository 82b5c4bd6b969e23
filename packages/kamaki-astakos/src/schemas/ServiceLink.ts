import * as z from 'zod/mini'

export const serviceLink = z.looseObject({
  name: z.optional(z.string()),
  url: z.optional(z.nullable(z.string())),
})

/** An entry of the menu that the web pages of the cloud share. */
export interface ServiceLink extends z.output<typeof serviceLink> {}
