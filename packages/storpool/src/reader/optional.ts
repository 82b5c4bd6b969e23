import type { Reader } from './Reader.js'

/** May be missing, but not `null`. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value, issues) => (value === undefined ? value : reader(value, issues))
}
