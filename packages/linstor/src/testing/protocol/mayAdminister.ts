import type { Call } from './Call.js'

/** Whether the client may change the controller itself. With security level MAC only one that signed in may. */
export const mayAdminister = ({ cluster, session }: Call): boolean =>
  cluster.security.level !== 'MAC' || session.identity !== 'PUBLIC'
