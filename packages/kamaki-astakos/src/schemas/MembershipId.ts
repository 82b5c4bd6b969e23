import * as z from 'zod/mini'
import { idText } from './idText.js'

export const membershipId = z.looseObject({ id: idText })

/** Id of a membership just made. */
export interface MembershipId extends z.output<typeof membershipId> {}
