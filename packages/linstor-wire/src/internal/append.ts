/**
 * Adds an entry to a list that is decoded, and answers the list. Most lists of a message hold one entry or none: a list
 * that is made of its first entry takes a third of the memory of an empty one that it is pushed to.
 */
export function append<T>(list: T[] | undefined, entry: T): T[] {
  if (list === undefined) return [entry]
  list.push(entry)
  return list
}
