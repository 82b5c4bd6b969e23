import type { Answer } from '../Answer.js'
import { headerBigint } from './headerBigint.js'

/** Upper bound of the bytes in a container; 0 for none. */
export const readContainerLimit = ({ headers }: Answer): bigint | undefined =>
  headerBigint(headers['x-container-policy-quota'])
