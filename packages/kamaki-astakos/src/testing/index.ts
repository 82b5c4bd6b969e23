export { type CreateFakeSynnefoParameters, createFakeSynnefo, type FakeSynnefo } from './createFakeSynnefo.js'
export type { FakeCloud, FakeFile, FakeFiles } from './FakeCloud.js'
export { FakeFault, type FakeFaultExtras, faultStatuses } from './FakeFault.js'
export type { FakeCapacity, FakeProject, FakeProjectInput } from './FakeProject.js'
export type { FakeCatalogEntry, FakeService, FakeServicePlugin } from './FakeService.js'
export type { FakeUser, FakeUserInput } from './FakeUser.js'
export { isoTime } from './isoTime.js'
export { type FakeRoute, matchRoute, type RouteMatch } from './matchRoute.js'
export { type Charge, type ChargeTarget, QuotaLedger, type QuotaLine, type Shortage } from './QuotaLedger.js'
export {
  type FakeCall,
  type FakeHandler,
  type FakeHandlers,
  type ServeRoutesParameters,
  serveRoutes,
} from './serveRoutes.js'
