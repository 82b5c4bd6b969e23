import type { Clock } from '@x/core-errors'

/** What a {@link Liveness} watches over. */
export interface LivenessOptions {
  readonly clock: Clock
  /** How long nothing may arrive, in milliseconds; `Infinity` for as long as it takes. */
  readonly idleTimeoutMs: number
  /** How long nothing may arrive before a ping is sent, in milliseconds; `Infinity` for no pings. */
  readonly keepAliveMs: number
  readonly onPing: () => void
  readonly onIdle: () => void
}

/** Watches how long a connection has been silent. Its one timer does not keep the process alive. */
export class Liveness {
  readonly #options: LivenessOptions
  #heardAt: number
  #pingedAt: number
  #suspended = false
  #cancel = () => {}

  constructor(options: LivenessOptions) {
    this.#options = options
    this.#heardAt = this.#pingedAt = options.clock.elapsed()
    this.#schedule()
  }

  /** Something arrived. */
  heard(): void {
    this.#heardAt = this.#options.clock.elapsed()
  }

  /** Whether something can arrive at all: while nothing is read, silence means nothing. */
  expect(arrivals: boolean): void {
    this.#suspended = !arrivals
    if (arrivals) this.heard()
  }

  stop(): void {
    this.#suspended = true
    this.#cancel()
    this.#cancel = () => {}
    this.#schedule = () => {}
  }

  #schedule = (): void => {
    const { clock, idleTimeoutMs, keepAliveMs } = this.#options
    const dueAt = Math.min(this.#heardAt + idleTimeoutMs, Math.max(this.#heardAt, this.#pingedAt) + keepAliveMs)
    if (dueAt === Number.POSITIVE_INFINITY) return
    this.#cancel = clock.schedule(Math.max(1, dueAt - clock.elapsed()), () => this.#check(), { background: true })
  }

  #check(): void {
    const { clock, idleTimeoutMs, keepAliveMs, onIdle, onPing } = this.#options
    const now = clock.elapsed()
    if (this.#suspended) this.#heardAt = now
    if (now - this.#heardAt >= idleTimeoutMs) {
      onIdle()
      return
    }
    if (now - Math.max(this.#heardAt, this.#pingedAt) >= keepAliveMs) {
      this.#pingedAt = now
      onPing()
    }
    this.#schedule()
  }
}
