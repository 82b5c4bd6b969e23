/** Joins several values with commas, as the services take them in one query parameter. */
export function joinList(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'object' ? value.join(',') : value
}
