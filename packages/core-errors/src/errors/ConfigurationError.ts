import { hasErrorBrand } from './brand.js'
import { ClientError, type ClientErrorDetails } from './ClientError.js'

/** What a {@link ConfigurationError} carries. */
export interface ConfigurationErrorDetails extends ClientErrorDetails {
  /** Where the bad value stands in the input, for example `parameters.volumes[0].size` or `storpool.conf:12`. */
  path?: string | undefined
}

/** The caller's input can't be used. Nothing was sent. */
export class ConfigurationError extends ClientError {
  static override readonly brand: string = 'ConfigurationError'
  /** Where the bad value stands in the input. */
  readonly path: string | undefined

  constructor(message: string, details: ConfigurationErrorDetails = {}) {
    super(message, details)
    this.path = details.path
  }
}

/** Tells whether the caller's own input was refused before anything was sent. */
export const isConfigurationError = (error: unknown): error is ConfigurationError =>
  hasErrorBrand(error, 'ConfigurationError')
