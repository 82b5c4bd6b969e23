import type { Answer } from '../Answer.js'
import { headerBigint } from './headerBigint.js'

/** Bytes that an account may use in all projects together. */
export const readAccountQuota = ({ headers }: Answer): bigint | undefined =>
  headerBigint(headers['x-account-policy-quota'])
