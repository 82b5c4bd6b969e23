import { list } from './list.js'
import type { Reader } from './Reader.js'

/** A set, on the wire an array: what stands in it twice is kept once. Callers may pass a `Set`. */
export function uniqueList<T>(reader: Reader<T>): Reader<T[]> {
  const readList = list(reader)
  return (value, issues) => {
    const items = readList(value instanceof Set ? [...value] : value, issues)
    return Array.isArray(items) && new Set(items).size < items.length ? [...new Set(items)] : items
  }
}
