import { FakeFault } from './FakeFault.js'

/** Compares `If-Match` with the ETag there is. Quotes are optional; `*` and weak tags match nothing. @throws {FakeFault} 412 */
export function checkIfMatch(request: Request, etag: string): void {
  const sent = request.headers.get('if-match')
  if (sent === null || sent === '') return
  const bare = sent.replaceAll('"', '')
  const current = etag.replaceAll('"', '')
  if (bare !== current) throw new FakeFault(412, `ETag doesn't match: ${current} vs ${bare}`)
}
