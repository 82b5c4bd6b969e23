/**
 * A module of Node, Bun or Deno by its name; `undefined` in browsers. Not an `import`, so that the same file loads
 * everywhere.
 */
export function builtinModule<T>(name: `node:${string}`): T | undefined {
  const process = globalThis.process as { getBuiltinModule?: (name: string) => unknown } | undefined
  return process?.getBuiltinModule?.(name) as T | undefined
}
