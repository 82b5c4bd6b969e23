import type { LinStorMapEntry } from '@x/linstor-wire/messages/LinStorMapEntry'

/** Properties as the messages hold them: one entry for each, in the order of the object. */
export const propertyEntries = (properties: Readonly<Record<string, string>> = {}): LinStorMapEntry[] =>
  Object.entries(properties).map(([key, value]) => ({ key, value }))
