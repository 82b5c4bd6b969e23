import type { LinStorMapEntry } from '@x/linstor-wire/messages/LinStorMapEntry'

/** Properties of a message as an object. A key that comes twice has the value that came last. */
export const propertiesOf = (entries: readonly LinStorMapEntry[]): Record<string, string> =>
  Object.fromEntries(entries.map(({ key, value }) => [key, value]))
