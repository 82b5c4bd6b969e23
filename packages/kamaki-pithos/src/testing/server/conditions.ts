import { FakeFault } from '@x/kamaki-astakos/testing'
import type { FakeRequest } from './FakeRequest.js'

/**
 * `If-Match` and `If-None-Match`.
 *
 * @param etag - Of the object; `undefined` when there is none.
 * @throws {FakeFault} 412, or 304 for a read
 */
export function checkMatch(request: FakeRequest, etag: string | undefined): void {
  const ifMatch = request.headers.get('if-match')
  if (ifMatch !== undefined && ifMatch !== '') {
    if (etag === undefined) throw new FakeFault('preconditionFailed', 'Resource does not exist')
    if (ifMatch !== '*' && !etagsOf(ifMatch).includes(etag)) {
      throw new FakeFault('preconditionFailed', 'Resource ETag does not match')
    }
  }
  const ifNoneMatch = request.headers.get('if-none-match')
  if (ifNoneMatch === undefined || ifNoneMatch === '' || etag === undefined) return
  if (ifNoneMatch !== '*' && !etagsOf(ifNoneMatch).includes(etag)) return
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (isRead) throw new FakeFault('notModified', 'Resource ETag matches', { headers: { ETag: etag } })
  throw new FakeFault('preconditionFailed', 'Resource exists or ETag matches')
}

/** `If-Modified-Since` and `If-Unmodified-Since`, in whole seconds. @throws {FakeFault} 304 or 412 */
export function checkModified(request: FakeRequest, modified: number): void {
  const since = dateOf(request.headers.get('if-modified-since'))
  if (since !== undefined && Math.floor(modified) <= since) {
    throw new FakeFault('notModified', 'Resource has not been modified')
  }
  const unmodified = dateOf(request.headers.get('if-unmodified-since'))
  if (unmodified !== undefined && Math.floor(modified) > unmodified) {
    throw new FakeFault('preconditionFailed', 'Resource has been modified')
  }
}

/** Seconds since 1970 of a header's date; `undefined` when it is none. */
export function dateOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Z][a-z]{2}/.test(text)) return undefined
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : date / 1000
}

// Quoted ones, or the whole text when nothing in it is quoted.
function etagsOf(text: string): string[] {
  const quoted = [...text.matchAll(/(?:W\/)?"((?:\\.|[^"])*)"/g)].map((found) => found[1] ?? '')
  return (quoted.length > 0 ? quoted : [text]).map((etag) => etag.toLowerCase())
}
