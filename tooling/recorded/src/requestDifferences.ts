import type { RecordedRequest } from './RecordedCase.ts'
import { samePath } from './replayExchanges.ts'
import { valueDifferences } from './valueDifferences.ts'

/** What of a request is compared besides method, path, query and body. */
export interface RequestComparison {
  /** Which headers count. */
  header: RegExp
}

/** Lists where a request is not the recorded one; empty when it is. */
export function requestDifferences(
  actual: RecordedRequest | undefined,
  expected: RecordedRequest,
  { header }: RequestComparison,
): string[] {
  const name = `${expected.method} ${expected.path}`
  if (actual === undefined) return [`${name} was not sent`]
  if (actual.method !== expected.method || !samePath(actual.path, expected.path)) {
    return [`${actual.method} ${actual.path} was sent in place of ${name}`]
  }
  const headersOf = ({ headers }: RecordedRequest) =>
    Object.fromEntries(Object.entries(headers).filter(([key]) => header.test(key)))
  return [
    ...valueDifferences([...actual.query].sort(), [...expected.query].sort(), `${name}: query`),
    ...valueDifferences(headersOf(actual), headersOf(expected), `${name}: headers`),
    ...valueDifferences(actual.json, expected.json, `${name}: json`),
    ...(expected.form === undefined ? [] : valueDifferences(actual.form, expected.form, `${name}: form`)),
  ]
}
