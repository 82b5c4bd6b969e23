import { ProtocolError } from '@x/core-errors'
import type { LxdChange } from '../LxdChange.js'
import type { Operation } from '../schemas/Operation.js'

/** The operation that waits for somebody to connect. @throws {ProtocolError} when the server started none. */
export async function offered(change: Promise<LxdChange>, operation: string): Promise<Operation> {
  const { operation: offer } = await change
  if (offer !== undefined) return offer
  throw new ProtocolError(`${operation}: the server did not offer an operation to connect to`, { operation })
}
