import { redactCause } from '../redaction/redactCause.js'
import { redactText } from '../redaction/redactText.js'
import { redactValue } from '../redaction/redactValue.js'
import { brands, brandsOf, hasErrorBrand } from './brand.js'

/** Who or what is at fault: the caller, the network, the clock, the server's decision, or the server's grammar. */
export type ErrorKind = 'configuration' | 'connection' | 'timeout' | 'api' | 'protocol'

/** What every error of the family carries besides its message. */
export interface ClientErrorDetails {
  /** The call that failed, named as the client names it: `volumeSnapshot`, `nodeCreate`. */
  operation?: string | undefined
  /** The caller's id of the call, or the one the client made up for it. */
  requestId?: string | undefined
  /** How many attempts were made, the failed one included. 0 when nothing was sent. @default 0 */
  attempts?: number | undefined
  /** Whether making the same call again is safe and may succeed. @default false */
  retryable?: boolean | undefined
  /** What was caught. Secrets in it are replaced before it is kept. */
  cause?: unknown
  /** Texts that must not appear in anything this error prints: tokens, passwords, keys. */
  secrets?: Iterable<string> | undefined
}

const kindBrand: Record<string, ErrorKind> = {
  ConfigurationError: 'configuration',
  ConnectionError: 'connection',
  TimeoutError: 'timeout',
  ApiError: 'api',
  ProtocolError: 'protocol',
}

/**
 * Base of all errors that the `@x` clients throw. Thrown as one of {@link ConfigurationError}, {@link ConnectionError},
 * {@link TimeoutError}, {@link ApiError}, {@link ProtocolError} or a class that extends one of them.
 *
 * Secrets never appear in `message`, `stack`, `cause`, `toJSON()` or what `util.inspect` prints.
 */
export abstract class ClientError extends Error {
  /** Name of the class, kept through minification and used by the guards. */
  static readonly brand: string = 'ClientError'

  /** Which of the five kinds this is. */
  readonly kind: ErrorKind
  /** The call that failed, or `undefined` when no call was being made. */
  readonly operation: string | undefined
  /** The id of the call in hooks, logs and diagnostics channels. */
  readonly requestId: string | undefined
  /** How many attempts were made, the failed one included. */
  readonly attempts: number
  /** Whether making the same call again is safe and may succeed. */
  readonly retryable: boolean
  readonly #secrets: readonly string[]

  constructor(message: string, details: ClientErrorDetails = {}) {
    const secrets = [...(details.secrets ?? [])]
    const cause = details.cause === undefined ? {} : { cause: redactCause(details.cause, secrets) }
    super(redactText(message, secrets), cause)
    const names = brandsOf(new.target)
    Object.defineProperty(this, 'name', { value: names[0], configurable: true })
    Object.defineProperty(this, brands, { value: Object.freeze(names) })
    this.kind = names.map((name) => kindBrand[name]).find((kind) => kind !== undefined) ?? 'protocol'
    this.operation = details.operation
    this.requestId = details.requestId
    this.attempts = details.attempts ?? 0
    this.retryable = details.retryable ?? false
    this.#secrets = secrets
  }

  /** A plain object for structured logs: name, message, all data fields and the cause, without secrets or stack. */
  toJSON(): Record<string, unknown> {
    const { cause } = this
    return {
      name: this.name,
      message: this.message,
      ...this.#data(),
      ...(cause === undefined ? {} : { cause: describeCause(cause) }),
    }
  }

  /** What `console.log` and `util.inspect` print in Node, Bun and Deno. */
  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect?: (value: unknown, options: object) => string,
  ): string {
    const head = this.stack ?? `${this.name}: ${this.message}`
    if (inspect === undefined) return head
    const { cause } = this
    return `${head} ${inspect({ ...this.#data(), ...(cause === undefined ? {} : { cause }) }, options)}`
  }

  #data(): Record<string, unknown> {
    const data: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(this)) {
      if (value !== undefined && key !== 'cause') data[key] = redactValue(value, this.#secrets, key)
    }
    return data
  }
}

function describeCause(cause: unknown): unknown {
  if (isClientError(cause)) return cause.toJSON()
  if (!(cause instanceof Error)) return redactValue(cause, [])
  const { code, cause: inner } = cause as Error & { code?: unknown }
  return {
    name: cause.name,
    message: redactText(cause.message, []),
    ...(code === undefined ? {} : { code }),
    ...(inner === undefined ? {} : { cause: describeCause(inner) }),
  }
}

/** Tells whether a value is an error that one of the `@x` clients threw, whichever copy of the package made it. */
export const isClientError = (error: unknown): error is ClientError => hasErrorBrand(error, 'ClientError')
