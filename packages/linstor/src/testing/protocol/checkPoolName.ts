import { FAIL_INVLD_STOR_POOL_NAME, MASK_CRT } from '@x/linstor-wire/constants'
import { checkName, nameRules } from '../cluster/checkName.js'
import { outcomes } from './outcomes.js'
import type { Subject } from './subjects.js'

/** @throws {CallRefused} when no storage pool may be called that. */
export function checkPoolName(name: string, subject: Subject): void {
  const cause = checkName(name, nameRules.storagePool)
  if (cause === undefined) return
  throw outcomes.refused(subject, MASK_CRT, FAIL_INVLD_STOR_POOL_NAME, {
    message: `The given storage pool name '${name}' is invalid.`,
    cause,
  })
}
