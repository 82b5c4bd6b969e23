import { FAIL_UNKNOWN_ERROR } from '@x/linstor-wire/constants'
import type { ReplyInput } from '../protocol/ReplyInput.js'
import type { StorPool } from './objects.js'

/** What a satellite says of a storage pool whose volume group it does not have. Observed on LINSTOR 0.6.0. */
export const storageFailure = (pool: StorPool): ReplyInput => ({
  retCode: FAIL_UNKNOWN_ERROR,
  message: `(Node: '${pool.node.name}') Failed to query free space from storage pool`,
  cause: 'Invalid configuration',
  correction: '',
  details: '',
})
