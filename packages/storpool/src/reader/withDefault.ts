import type { Reader } from './Reader.js'

/** Stands for a missing value; sent even when the caller leaves it out. */
export function withDefault<T extends boolean>(missing: T, reader: Reader<T>): Reader<T> {
  return (value, issues) => (value === undefined ? missing : reader(value, issues))
}
