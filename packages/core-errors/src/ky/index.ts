export * from '../http/index.js'
export { createHttpTransport } from './createHttpTransport.js'
