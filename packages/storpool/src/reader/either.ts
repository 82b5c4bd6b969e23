import type { FoundIssue } from './Issue.js'
import { type Reader, refuse } from './Reader.js'

/** The first of several types of text or number that fits. */
export function either<T>(...readers: Reader<T>[]): Reader<T> {
  return (value, issues) => {
    for (const reader of readers) {
      const found: FoundIssue[] = []
      const result = reader(value, found)
      if (found.length === 0) return result
    }
    return refuse(value, issues, 'fits none of its types')
  }
}
