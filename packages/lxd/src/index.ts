export { type CreateLxdClientParameters, createLxdClient } from './createLxdClient.js'
export type { LxdClient } from './LxdClient.js'
