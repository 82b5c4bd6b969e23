/** A boolean as the services read it in queries and headers. */
export function flagText(value: boolean | undefined): 'True' | 'False' | undefined {
  if (value === undefined) return undefined
  return value ? 'True' : 'False'
}
