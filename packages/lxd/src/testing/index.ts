export type { CreateFakeLxdParameters, FakePoolInput } from './CreateFakeLxdParameters.js'
export { createFakeLxd, type FakeLxd } from './createFakeLxd.js'
export { type FakeRoute, routes } from './routes.js'
export type { FakeConsole, FakeProcess, FakeProgram, FakeTerminal } from './state/FakeProgram.js'
