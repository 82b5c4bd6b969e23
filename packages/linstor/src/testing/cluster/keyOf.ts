/** Key under which a name is stored: names are compared without regard to case and displayed as they were given. */
export const keyOf = (name: string): string => name.toUpperCase()
