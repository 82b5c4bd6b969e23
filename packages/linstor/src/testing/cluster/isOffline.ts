import type { Node } from './objects.js'

/** Whether the satellite of a node can't be reached. Nodes without one are never offline. */
export const isOffline = ({ satellite }: Node): boolean => satellite?.state === 'offline'
