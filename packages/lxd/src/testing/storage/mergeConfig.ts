type Config = Record<string, string>

/** What a PATCH makes of a configuration: named keys replaced, those with an empty value removed. */
export const mergeConfig = (before: Readonly<Config>, changes: Readonly<Config> | undefined): Config =>
  withoutEmpty({ ...before, ...changes })

/** The server keeps no empty values. */
export const withoutEmpty = (config: Readonly<Config> | undefined): Config =>
  Object.fromEntries(Object.entries(config ?? {}).filter(([, value]) => value !== ''))
