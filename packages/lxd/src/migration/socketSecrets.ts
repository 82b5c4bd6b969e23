import type { Operation } from '../schemas/Operation.js'

/** The secrets of a migration's sockets, by their names: all that its operation holds. */
export const socketSecrets = ({ metadata }: Pick<Operation, 'metadata'>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(metadata).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
