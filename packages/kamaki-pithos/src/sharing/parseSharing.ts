import type { Sharing } from './Sharing.js'

/**
 * Reads the value of `X-Object-Sharing`, decoded: `read=<id>,<id>; write=<id>`. Both lists are empty when the object is
 * not shared. A part that is neither is left out: a newer server may know more rights.
 */
export function parseSharing(text: string | undefined): Sharing {
  const lists: { read: string[]; write: string[] } = { read: [], write: [] }
  for (const part of (text ?? '').split(';')) {
    const [, right, ids = ''] = /^\s*(read|write)\s*=(.*)$/.exec(part) ?? []
    if (right !== 'read' && right !== 'write') continue
    for (const id of ids.split(',')) if (id.trim() !== '') lists[right].push(id.trim())
  }
  return lists
}
