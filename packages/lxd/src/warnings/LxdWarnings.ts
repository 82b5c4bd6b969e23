import type { LxdNamedMethods } from '../objects/createNamedObject.js'
import type { LxdCollection, ProjectScope } from '../objects/LxdCollection.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { Warning } from '../schemas/Warning.js'
import type { WarningPut } from '../schemas/WarningPut.js'

/** What else a warning has. */
export interface LxdWarningParts {
  /** Says that somebody has taken note of it. */
  acknowledge(options?: LxdWaitOptions): Promise<void>
}

/** Something that the server wants looked after. */
export type LxdWarning = Warning & Omit<LxdNamedMethods<WarningPut>, 'rename'> & LxdWarningParts

/** The warnings of a server, known by their UUIDs. */
export type LxdWarnings = LxdCollection<LxdWarning, ProjectScope>
