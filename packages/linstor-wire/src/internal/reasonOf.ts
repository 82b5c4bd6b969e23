/** What an error says after its path. */
export const reasonOf = (error: Error, path: string): string => error.message.slice(path.length + 1)
