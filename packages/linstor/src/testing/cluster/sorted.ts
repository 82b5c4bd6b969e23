/** Objects in the order of their names, as the lists of the controller have them. */
export const sorted = <T>(objects: ReadonlyMap<string, T>): T[] =>
  [...objects].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object)
