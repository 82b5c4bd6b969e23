export { clientParametersFromConfig } from './clientParametersFromConfig.js'
export { type FromConfigParameters, fromConfig } from './fromConfig.js'
