import { ApiError, type ApiErrorDetails, hasErrorBrand } from '@x/core-errors'

/** What a {@link WaitFailedError} carries. */
export interface WaitFailedErrorDetails<T> extends ApiErrorDetails {
  /** What was waited for: `server 42`. */
  subject: string
  /** What it was seen as last. */
  last: T
  /** The status that it can't leave by itself. */
  state: string
  /** What it should have become, for people: `to be ACTIVE`. */
  wanted: string
}

/** Something that was waited for went wrong or was deleted: it can no longer come into the wanted state. */
export class WaitFailedError<T = unknown> extends ApiError {
  static override readonly brand: string = 'WaitFailedError'
  /** What it was seen as last. Not printed. */
  declare readonly last: T
  /** The status that it can't leave by itself. */
  readonly state: string

  constructor(details: WaitFailedErrorDetails<T>) {
    const { operation, subject, state, wanted } = details
    super(`${operation}: ${subject} became ${state} while it was waited for ${wanted}`, { ...details, code: state })
    this.state = state
    Object.defineProperty(this, 'last', { value: details.last })
  }
}

/** Tells whether a wait ended in failure or deletion. Works across copies and versions of the package. */
export const isWaitFailedError = (error: unknown): error is WaitFailedError => hasErrorBrand(error, 'WaitFailedError')
