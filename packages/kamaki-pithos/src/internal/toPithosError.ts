import { SynnefoApiError, type SynnefoApiErrorDetails } from '@x/kamaki-astakos'
import { ConflictError } from '../errors/ConflictError.js'
import { NotFoundError } from '../errors/NotFoundError.js'
import { NotModifiedError } from '../errors/NotModifiedError.js'
import { PreconditionFailedError } from '../errors/PreconditionFailedError.js'
import { QuotaExceededError } from '../errors/QuotaExceededError.js'

const known = new Map<number, { type: typeof SynnefoApiError; unsaid: string }>([
  [304, { type: NotModifiedError, unsaid: 'has not been modified' }],
  [403, { type: SynnefoApiError, unsaid: 'access is denied' }],
  [404, { type: NotFoundError, unsaid: 'does not exist' }],
  [409, { type: ConflictError, unsaid: 'conflicts with what is there' }],
  [412, { type: PreconditionFailedError, unsaid: 'the condition does not hold' }],
  [413, { type: QuotaExceededError, unsaid: 'there is no room' }],
])

/** Makes the error of a refusal, of the class that its status has, about the thing the call was about. */
export function toPithosError(details: SynnefoApiErrorDetails, what: string): SynnefoApiError {
  const { type = SynnefoApiError, unsaid = 'refused' } = known.get(details.status) ?? {}
  return new type({ ...details, unsaid: `«${what}» ${unsaid}` })
}
