import { ConfigurationError, type ConfigurationErrorDetails, hasErrorBrand } from '@x/core-errors'

/** What a {@link StorPoolConfigError} carries. */
export interface StorPoolConfigErrorDetails extends ConfigurationErrorDetails {
  /** The file that can't be used. */
  file?: string | undefined
  /** Line in that file, 1 for the first; `undefined` when the whole file can't be read. */
  line?: number | undefined
  /** The variable that is missing or can't be used. */
  variable?: string | undefined
}

/**
 * A configuration file can't be read or understood, or a variable is missing or of another type than was asked for.
 * The text of the line is never part of the message: it may hold the token.
 */
export class StorPoolConfigError extends ConfigurationError {
  static override readonly brand: string = 'StorPoolConfigError'
  /** The file that can't be used. */
  readonly file: string | undefined
  /** Line in that file, 1 for the first. */
  readonly line: number | undefined
  /** The variable that is missing or can't be used. */
  readonly variable: string | undefined

  constructor(message: string, details: StorPoolConfigErrorDetails = {}) {
    const { file, line, variable } = details
    super(message, { path: file === undefined ? variable : line === undefined ? file : `${file}:${line}`, ...details })
    this.file = file
    this.line = line
    this.variable = variable
  }
}

/** Tells whether a StorPool configuration could not be used. */
export const isStorPoolConfigError = (error: unknown): error is StorPoolConfigError =>
  hasErrorBrand(error, 'StorPoolConfigError')
