import { ConfigurationError, ProtocolError } from '@x/core-errors'
import { instanceExecPost } from '../actions/instanceExecPost.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { InstanceExecPost } from '../schemas/InstanceExecPost.js'
import type { Operation } from '../schemas/Operation.js'
import type { ExecTarget } from './ExecParameters.js'

/**
 * Asks the server to run a command, and answers the operation that runs it.
 *
 * @throws {ConfigurationError} for an empty command, which servers fail without a clear word.
 */
export async function startExec(
  client: LxdClient,
  parameters: ExecTarget & Omit<InstanceExecPost, 'command'>,
  options: LxdCallOptions,
): Promise<Operation> {
  const { command, ...others } = parameters
  const operation = 'instanceExecPost'
  if (!Array.isArray(command) || command.length === 0 || command[0] === '') {
    throw new ConfigurationError('command must name a program', { operation, path: 'parameters.command' })
  }
  const change = await instanceExecPost(client, { ...others, command: [...command] }, options)
  if (change.operation !== undefined) return change.operation
  throw new ProtocolError(`${operation}: the server started no operation`, { operation })
}
