/** A truth value as a header has it. */
export const booleanHeader = (value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : value ? 'True' : 'False'
