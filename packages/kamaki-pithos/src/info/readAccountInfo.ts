import type { Answer } from '../Answer.js'
import { headersWith } from '../headers/headersWith.js'
import type { AccountInfo } from './AccountInfo.js'
import { headerBigint } from './headerBigint.js'
import { headerDate } from './headerDate.js'
import { headerList } from './headerList.js'
import { headerNumber } from './headerNumber.js'

/** Reads what the headers of an answer say about an account. */
export function readAccountInfo({ headers }: Answer): AccountInfo {
  const quotas = Object.entries(headersWith(headers, 'x-account-policy-quota-'))
  const groups = Object.entries(headersWith(headers, 'x-account-group-'))
  return {
    lastModified: headerDate(headers['last-modified']),
    containerCount: headerNumber(headers['x-account-container-count']),
    bytesUsed: headerNumber(headers['x-account-bytes-used']),
    untilTimestamp: headerDate(headers['x-account-until-timestamp']),
    quota: headerBigint(headers['x-account-policy-quota']),
    projectQuotas: Object.fromEntries(quotas.map(([project, text]) => [project, headerBigint(text) ?? 0n])),
    groups: Object.fromEntries(groups.map(([name, members]) => [name, headerList(members)])),
    meta: headersWith(headers, 'x-account-meta-'),
    headers,
  }
}
