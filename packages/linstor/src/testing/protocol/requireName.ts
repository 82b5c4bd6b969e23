import {
  FAIL_INVLD_NET_NAME,
  FAIL_INVLD_NODE_NAME,
  FAIL_INVLD_RSC_NAME,
  FAIL_INVLD_SNAPSHOT_NAME,
  FAIL_INVLD_STOR_POOL_NAME,
  MASK_CRT,
} from '@x/linstor-wire/constants'
import { checkName } from '../cluster/checkName.js'
import { nameRules } from '../cluster/nameRules.js'
import { outcomes } from './outcomes.js'
import type { Subject } from './subjects.js'

const failures = {
  node: { failure: FAIL_INVLD_NODE_NAME, what: 'given node' },
  resource: { failure: FAIL_INVLD_RSC_NAME, what: 'specified resource' },
  storagePool: { failure: FAIL_INVLD_STOR_POOL_NAME, what: 'given storage pool' },
  snapshot: { failure: FAIL_INVLD_SNAPSHOT_NAME, what: 'specified snapshot' },
  netInterface: { failure: FAIL_INVLD_NET_NAME, what: 'specified net interface' },
} as const

/** @throws {CallRefused} when nothing of that kind may be created by that name. */
export function requireName(kind: keyof typeof failures, name: string, subject: Subject): void {
  const cause = checkName(name, nameRules[kind])
  if (cause === undefined) return
  const { failure, what } = failures[kind]
  throw outcomes.refused(subject, MASK_CRT, failure, { message: `The ${what} name '${name}' is invalid.`, cause })
}
