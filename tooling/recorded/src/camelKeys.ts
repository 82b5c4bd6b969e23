/** `server_id` -> `serverId` */
export const camelCase = (name: string): string =>
  name.replace(/^\*+/, '').replaceAll(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** Renames the arguments of a Python call; those that are `None` are left out. Values are kept as they are. */
export const camelKeys = (args: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(args)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [camelCase(key), value]),
  )
