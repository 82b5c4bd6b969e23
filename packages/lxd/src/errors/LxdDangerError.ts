import { ConfigurationError, hasErrorBrand } from '@x/core-errors'

/** The call would do harm that it does not tell of. Nothing was changed; `force: true` does it all the same. */
export class LxdDangerError extends ConfigurationError {
  static override readonly brand: string = 'LxdDangerError'
  /** What would happen. */
  readonly danger: string

  constructor(operation: string, danger: string) {
    super(`${operation}: refused, since it ${danger}; pass force: true to do it all the same`, { operation })
    this.danger = danger
  }
}

/** Tells whether a call was refused because it would do harm that it does not tell of. */
export const isLxdDangerError = (error: unknown): error is LxdDangerError => hasErrorBrand(error, 'LxdDangerError')
