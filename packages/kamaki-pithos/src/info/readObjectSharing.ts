import type { Answer } from '../Answer.js'
import { parseSharing } from '../sharing/parseSharing.js'
import type { Sharing } from '../sharing/Sharing.js'

/** Who besides the owner may use an object. */
export const readObjectSharing = ({ headers }: Answer): Sharing => parseSharing(headers['x-object-sharing'])
