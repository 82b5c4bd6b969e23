import { type ClientErrorDetails, hasErrorBrand } from '@x/core-errors'
import type { Operation } from '../schemas/Operation.js'
import { LxdOperationError } from './LxdOperationError.js'

/** A command was not started in an instance: it does not exist, or it may not be run. */
export class LxdCommandError extends LxdOperationError {
  static override readonly brand: string = 'LxdCommandError'
  /** What a shell would answer: 127 for what does not exist, 126 for what may not be run. */
  readonly exitCode: number

  constructor(result: Operation, exitCode: number, details: ClientErrorDetails = {}) {
    super(result, details)
    this.exitCode = exitCode
  }
}

/** Tells whether a command was not started because it does not exist or may not be run. */
export const isLxdCommandError = (error: unknown): error is LxdCommandError => hasErrorBrand(error, 'LxdCommandError')
