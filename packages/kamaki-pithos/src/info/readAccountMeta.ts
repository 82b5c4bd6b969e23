import type { Answer } from '../Answer.js'
import { headersWith } from '../headers/headersWith.js'

/** The metadata by lower-case key. */
export const readAccountMeta = ({ headers }: Answer): Record<string, string> => headersWith(headers, 'x-account-meta-')
