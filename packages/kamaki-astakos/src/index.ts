export type { QuotaShortage } from './errors/QuotaShortage.js'
export { resourceLabels } from './errors/resourceLabels.js'
export { isSynnefoApiError, SynnefoApiError, type SynnefoApiErrorDetails } from './errors/SynnefoApiError.js'
export type { SynnefoFault } from './errors/SynnefoFault.js'
export type { Access } from './schemas/Access.js'
export type { CatalogEndpoint } from './schemas/CatalogEndpoint.js'
export type { CatalogService } from './schemas/CatalogService.js'
export type { Token } from './schemas/Token.js'
export type { User } from './schemas/User.js'
export { completeEndpoint } from './session/completeEndpoint.js'
export { createSynnefoSession } from './session/createSynnefoSession.js'
export { type EndpointCriteria, findEndpoints } from './session/findEndpoints.js'
export type {
  AuthenticateParameters,
  CreateSynnefoSessionParameters,
  SynnefoSession,
  SynnefoSessionConfig,
} from './session/SynnefoSession.js'
export type { ServiceName } from './session/services.js'
