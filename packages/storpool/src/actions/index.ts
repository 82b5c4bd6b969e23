export { type CallParameters, call } from './call.js'
export * from './generated.js'
export { kvsTryUpdate } from './kvsTryUpdate.js'
export * from './parameters.js'
