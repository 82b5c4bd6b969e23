export {
  type ConnectLinstorFromEnvironmentOptions,
  connectLinstorFromEnvironment,
} from './connectLinstorFromEnvironment.js'
export {
  type ControllersFromEnvironment,
  type ControllersFromEnvironmentParameters,
  controllersFromEnvironment,
} from './controllersFromEnvironment.js'
