/** A query parameter whose presence alone counts. */
export const flag = (value: boolean | undefined): null | undefined => (value ? null : undefined)
