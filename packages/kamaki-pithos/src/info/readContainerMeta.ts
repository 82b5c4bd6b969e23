import type { Answer } from '../Answer.js'
import { headersWith } from '../headers/headersWith.js'

/** The metadata by lower-case key. */
export const readContainerMeta = ({ headers }: Answer): Record<string, string> =>
  headersWith(headers, 'x-container-meta-')
