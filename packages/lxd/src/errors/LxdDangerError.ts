import { ConfigurationError, hasErrorBrand } from '@x/core-errors'

/** The call would destroy more than it says. Nothing was changed; `force: true` does it all the same. */
export class LxdDangerError extends ConfigurationError {
  static override readonly brand: string = 'LxdDangerError'
  /** What would be lost. */
  readonly danger: string

  constructor(operation: string, danger: string) {
    super(`${operation}: refused, since it ${danger}; pass force: true to do it all the same`, { operation })
    this.danger = danger
  }
}

/** Tells whether a call was refused because it would destroy more than it says. */
export const isLxdDangerError = (error: unknown): error is LxdDangerError => hasErrorBrand(error, 'LxdDangerError')
