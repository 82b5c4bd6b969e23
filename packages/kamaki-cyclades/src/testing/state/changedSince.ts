import { FakeFault } from '@x/kamaki-astakos/testing'

// Older changes are forgotten.
const oldestMs = 3_600_000

/**
 * What a list shows: everything that is not deleted; with `changes-since`, what changed since then, deleted things too.
 *
 * @throws {FakeFault} 400 for a time without a zone, in the future or more than an hour ago; 304 when nothing changed.
 */
export function changedSince<T extends { updated: number; deleted: boolean }>(
  things: Iterable<T>,
  query: URLSearchParams,
  now: number,
): T[] {
  const text = query.get('changes-since')
  if (text === null) return [...things].filter(({ deleted }) => !deleted)
  const since = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(since)) throw new FakeFault('badRequest', 'Invalid changes-since parameter')
  if (since > now) throw new FakeFault('badRequest', 'changes-since value set in the future')
  if (now - since > oldestMs) throw new FakeFault('badRequest', 'Too old changes-since value')
  const changed = [...things].filter(({ updated }) => updated >= since)
  if (changed.length === 0) throw new FakeFault('notModified', '')
  return changed
}
