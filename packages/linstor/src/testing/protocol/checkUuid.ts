import type { Seeker } from './find.js'
import { outcomes } from './outcomes.js'

/** @throws {CallRefused} when a call names an object by a UUID that is not its own. The text is ours. */
export function checkUuid(
  given: string | undefined,
  actual: string,
  failure: bigint,
  { subject, operation }: Seeker,
): void {
  if (given === undefined || given === '' || given.toLowerCase() === actual) return
  throw outcomes.refused(subject, operation, failure, {
    message: 'UUID check failed.',
    cause: `The given UUID '${given}' does not match the UUID '${actual}' of the object.`,
  })
}
