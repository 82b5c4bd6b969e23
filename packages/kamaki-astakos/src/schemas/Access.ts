import * as z from 'zod/mini'
import { catalogService } from './CatalogService.js'
import { token } from './Token.js'
import { user } from './User.js'

export const access = z.looseObject({ token, user, serviceCatalog: z.array(catalogService) })

/** What the identity service answers for a token: the token itself, its user and the catalog of services. */
export interface Access extends z.output<typeof access> {}
