import { ProtocolError } from '@x/core-errors'
import { LxdCommandError } from '../errors/LxdCommandError.js'
import { isLxdOperationError } from '../errors/LxdOperationError.js'
import type { Operation } from '../schemas/Operation.js'

/**
 * What a command ended with.
 *
 * @param over - Settles with the operation that ran it.
 * @throws {LxdCommandError} when it was not started; servers fail the operation then, and tell a code all the same.
 */
export async function exitCodeOf(over: Promise<Operation>): Promise<number> {
  try {
    const { id, metadata } = await over
    const code = metadata['return']
    if (typeof code === 'number') return code
    throw new ProtocolError(`instanceExecPost: operation ${id} ended without an exit code`, {
      operation: 'instanceExecPost',
      path: 'metadata.return',
    })
  } catch (error) {
    if (!isLxdOperationError(error)) throw error
    const code = error.result.metadata['return']
    if (code !== 126 && code !== 127) throw error
    const { requestId } = error
    throw new LxdCommandError(error.result, code, { operation: 'instanceExecPost', requestId, attempts: 1 })
  }
}
