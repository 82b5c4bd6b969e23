/** `nodeCreate` as the name of a type: `NodeCreate`. */
export const pascalCase = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)
