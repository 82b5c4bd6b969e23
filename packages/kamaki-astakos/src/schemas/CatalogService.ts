import * as z from 'zod/mini'
import { catalogEndpoint } from './CatalogEndpoint.js'

export const catalogService = z.looseObject({
  name: z.string(),
  type: z.string(),
  endpoints: z.array(catalogEndpoint),
})

/** One service in the catalog: `name` such as `cyclades_compute`, `type` such as `compute`, and its addresses. */
export interface CatalogService extends z.output<typeof catalogService> {}
