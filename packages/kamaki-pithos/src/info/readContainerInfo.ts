import { ProtocolError } from '@x/core-errors'
import type { Answer } from '../Answer.js'
import { headersWith } from '../headers/headersWith.js'
import type { ContainerInfo } from './ContainerInfo.js'
import { headerBigint } from './headerBigint.js'
import { headerDate } from './headerDate.js'
import { headerList } from './headerList.js'
import { headerNumber } from './headerNumber.js'

/**
 * Reads what the headers of an answer say about a container.
 *
 * @throws {ProtocolError} when they don't say how its objects are cut into blocks: nothing may be assumed there.
 */
export function readContainerInfo({ headers, status }: Answer): ContainerInfo {
  const blockSize = headerNumber(headers['x-container-block-size'])
  const blockHash = headers['x-container-block-hash']
  if (!blockSize || blockHash === undefined || blockHash === '') {
    throw new ProtocolError('The answer does not say the block size and the block hash of the container', {
      status,
      path: blockSize ? 'x-container-block-hash' : 'x-container-block-size',
    })
  }
  return {
    blockSize,
    blockHash,
    lastModified: headerDate(headers['last-modified']),
    objectCount: headerNumber(headers['x-container-object-count']),
    bytesUsed: headerNumber(headers['x-container-bytes-used']),
    untilTimestamp: headerDate(headers['x-container-until-timestamp']),
    objectMeta: headerList(headers['x-container-object-meta']),
    policy: {
      quota: headerBigint(headers['x-container-policy-quota']),
      versioning: headers['x-container-policy-versioning'],
      project: headers['x-container-policy-project'],
    },
    meta: headersWith(headers, 'x-container-meta-'),
    headers,
  }
}
