/** Name of the constant that reads a type of the API. */
export const schemaName = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`
