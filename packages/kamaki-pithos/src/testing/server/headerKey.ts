/** The name of a header as the service keeps it: `_` becomes `-`, each part between dashes is capitalized. */
export const headerKey = (name: string): string =>
  name
    .replaceAll('_', '-')
    .split('-')
    .map((part) => {
      const [first = '', ...rest] = Array.from(part.toLowerCase())
      return first.toUpperCase() + rest.join('')
    })
    .join('-')
