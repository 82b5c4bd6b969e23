/** The paths that operations on instances name. */
export const instanceResources = (...names: readonly string[]): Record<string, string[]> => ({
  containers: names.map((name) => `/1.0/containers/${name}`),
  instances: names.map((name) => `/1.0/instances/${name}`),
})
