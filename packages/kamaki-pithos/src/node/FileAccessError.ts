import { ConfigurationError, type ConfigurationErrorDetails, hasErrorBrand } from '@x/core-errors'

/** What a {@link FileAccessError} carries. */
export interface FileAccessErrorDetails extends ConfigurationErrorDetails {
  /** The system's code: `ENOSPC`, `EACCES`, `ENOENT`. */
  code?: string | undefined
}

/** A local file can't be read or written: no space left, no permission, gone. What was written so far stays. */
export class FileAccessError extends ConfigurationError {
  static override readonly brand: string = 'PithosFileAccessError'
  /** The system's code: `ENOSPC`, `EACCES`, `ENOENT`. */
  readonly code: string | undefined

  constructor(message: string, details: FileAccessErrorDetails = {}) {
    super(message, details)
    this.code = details.code
  }
}

/** Tells whether a local file could not be read or written. */
export const isFileAccessError = (error: unknown): error is FileAccessError =>
  hasErrorBrand(error, 'PithosFileAccessError')
