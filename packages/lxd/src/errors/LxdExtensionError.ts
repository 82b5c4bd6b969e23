import { ConfigurationError, hasErrorBrand } from '@x/core-errors'

/** The server lacks an API extension that the call needs. Nothing but the question for its extensions was sent. */
export class LxdExtensionError extends ConfigurationError {
  static override readonly brand: string = 'LxdExtensionError'
  /** The extension that is missing. */
  readonly extension: string

  constructor(extension: string, operation: string) {
    super(`${operation}: the server lacks the API extension ${extension}: it is too old, or not LXD`, { operation })
    this.extension = extension
  }
}

/** Tells whether a call was refused because the server lacks an API extension. */
export const isLxdExtensionError = (error: unknown): error is LxdExtensionError =>
  hasErrorBrand(error, 'LxdExtensionError')
