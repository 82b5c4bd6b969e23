import { redacted } from './redactText.js'

/** Holds a token, password or key so that no log, `JSON.stringify` or `util.inspect` prints it. */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  /** The text itself. Call it where the secret is sent, nowhere else. */
  reveal(): string {
    return this.#value
  }

  /** Answers `[redacted]`. */
  toString(): string {
    return redacted
  }

  /** Answers `[redacted]`. */
  toJSON(): string {
    return redacted
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return redacted
  }
}
