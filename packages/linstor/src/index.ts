export { connectLinstor } from './client/connectLinstor.js'
export { createLinstor } from './client/createLinstor.js'
export { createLinstorClient } from './client/createLinstorClient.js'
