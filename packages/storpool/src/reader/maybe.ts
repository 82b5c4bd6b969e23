import type { Reader } from './Reader.js'

/** May be missing or `null`. */
export function maybe<T>(reader: Reader<T>): Reader<T | null | undefined> {
  return (value, issues) => (value === undefined || value === null ? value : reader(value, issues))
}
