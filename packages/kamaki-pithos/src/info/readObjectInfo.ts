import type { Answer } from '../Answer.js'
import { headersWith } from '../headers/headersWith.js'
import { parseSharing } from '../sharing/parseSharing.js'
import { headerDate } from './headerDate.js'
import { headerNumber } from './headerNumber.js'
import type { ObjectInfo } from './ObjectInfo.js'

/** Reads what the headers of an answer say about an object. */
export function readObjectInfo({ headers }: Answer): ObjectInfo {
  return {
    bytes: headerNumber(headers['content-length']),
    contentType: headers['content-type'],
    contentEncoding: headers['content-encoding'],
    contentDisposition: headers['content-disposition'],
    etag: headers['etag'],
    hash: headers['x-object-hash'],
    uuid: headers['x-object-uuid'],
    version: headers['x-object-version'],
    versionTimestamp: headerDate(headers['x-object-version-timestamp']),
    lastModified: headerDate(headers['last-modified']),
    modifiedBy: headers['x-object-modified-by'],
    manifest: headers['x-object-manifest'],
    sharing: parseSharing(headers['x-object-sharing']),
    sharedBy: headers['x-object-shared-by'],
    allowedTo: headers['x-object-allowed-to'],
    publicUrl: headers['x-object-public'],
    meta: headersWith(headers, 'x-object-meta-'),
    headers,
  }
}
