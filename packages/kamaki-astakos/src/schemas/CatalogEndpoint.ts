import * as z from 'zod/mini'

export const catalogEndpoint = z.looseObject({
  publicURL: z.string(),
  versionId: z.optional(z.nullable(z.string())),
  region: z.optional(z.nullable(z.string())),
})

/** One address of a service in the catalog. `versionId` has its letter, for example `v2.0`, and may be empty. */
export interface CatalogEndpoint extends z.output<typeof catalogEndpoint> {}
