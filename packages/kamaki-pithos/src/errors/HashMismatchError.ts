import { hasErrorBrand, ProtocolError, type ProtocolErrorDetails } from '@x/core-errors'

/** What a {@link HashMismatchError} carries. */
export interface HashMismatchErrorDetails extends ProtocolErrorDetails {
  /** What the bytes should hash to. */
  expected: string
  /** What they hash to, or what the server says. */
  actual: string
  /** Position of the block's first byte; `undefined` when it is about the whole object. */
  position?: number | undefined
}

/** Bytes are not what their hash says: damaged on the way, in the store, or changed while they were read. */
export class HashMismatchError extends ProtocolError {
  static override readonly brand: string = 'PithosHashMismatchError'
  /** What the bytes should hash to. */
  readonly expected: string
  /** What they hash to, or what the server says. */
  readonly actual: string
  /** Position of the block's first byte; `undefined` when it is about the whole object. */
  readonly position: number | undefined

  constructor(message: string, details: HashMismatchErrorDetails) {
    super(message, details)
    this.expected = details.expected
    this.actual = details.actual
    this.position = details.position
  }
}

/** Tells whether bytes were not what their hash says. */
export const isHashMismatchError = (error: unknown): error is HashMismatchError =>
  hasErrorBrand(error, 'PithosHashMismatchError')
