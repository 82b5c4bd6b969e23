import { ConfigurationError } from '../errors/ConfigurationError.js'

/**
 * Loads a module of Node by name. Not an `import`, so that the same file also loads in a browser, where fakes answer
 * through their `fetch` and nothing listens. @throws {ConfigurationError} where there is no such module.
 */
export function nodeModule<T>(name: `node:${string}`): T {
  const process = globalThis.process as { getBuiltinModule?: (name: string) => unknown } | undefined
  const module = process?.getBuiltinModule?.(name)
  if (module === undefined) {
    throw new ConfigurationError(`${name} is not available here: use the fake's \`fetch\` instead of its \`url\``)
  }
  return module as T
}
