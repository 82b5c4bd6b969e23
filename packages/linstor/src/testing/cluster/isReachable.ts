import type { Node } from './objects.js'

/** Whether a node has a satellite that can be asked. */
export const isReachable = ({ satellite }: Node): boolean => satellite !== undefined && satellite.state !== 'offline'
