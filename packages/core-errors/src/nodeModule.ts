import { builtinModule } from './builtinModule.js'
import { ConfigurationError } from './errors/ConfigurationError.js'

/**
 * Loads a module of Node by name. Not an `import`, so that the same file also loads in a browser.
 *
 * @param advice - What to do where there is no such module, as the end of a sentence.
 * @throws {ConfigurationError} where there is no such module.
 */
export function nodeModule<T>(name: `node:${string}`, advice = "use the fake's `fetch` instead of its `url`"): T {
  const module = builtinModule<T>(name)
  if (module === undefined) throw new ConfigurationError(`${name} is not available here: ${advice}`)
  return module
}
