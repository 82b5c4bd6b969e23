import type { FakeSocket } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import type { statusCodes } from '../protocol/statusCodes.js'

/** What is known of an operation when it begins. */
export interface OperationSpec {
  description: string
  /** @default task */
  class?: 'task' | 'websocket' | 'token' | undefined
  /** Whose it is; `undefined` when it belongs to no project. */
  project: string | undefined
  /** Paths by kind. @default null */
  resources?: Readonly<Record<string, readonly string[] | null>> | undefined
  metadata?: Readonly<Record<string, unknown>> | undefined
  /** Does the work. What it throws is the error of the operation. Left out, the operation runs until it is ended. */
  run?: ((operation: FakeOperation) => void | Promise<void>) | undefined
  /** Whether it may be canceled. @default false */
  mayCancel?: boolean | undefined
  /** Takes a WebSocket that brought this secret. */
  connect?: ((secret: string) => ((socket: FakeSocket) => void) | undefined) | undefined
}

/** One operation, told to everybody with every change. */
export class FakeOperation {
  readonly id: string = crypto.randomUUID()
  readonly spec: OperationSpec
  readonly createdAt: string
  /** Settles when the operation is over. */
  readonly over: Promise<void>
  metadata: Readonly<Record<string, unknown>> | null
  status: keyof typeof statusCodes = 'Pending'
  updatedAt: string
  error = ''
  readonly #settle: () => void
  readonly #onChange: (operation: FakeOperation) => void

  constructor(spec: OperationSpec, now: string, onChange: (operation: FakeOperation) => void) {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.spec = spec
    this.createdAt = now
    this.updatedAt = now
    this.metadata = spec.metadata ?? null
    this.over = promise
    this.#settle = resolve
    this.#onChange = onChange
  }

  get isOver(): boolean {
    return this.status === 'Success' || this.status === 'Failure' || this.status === 'Cancelled'
  }

  /** Begins the work, a moment later: the answer goes out first. */
  start(): void {
    this.#onChange(this)
    this.status = 'Running'
    this.#onChange(this)
    const { run } = this.spec
    if (run !== undefined) void this.#work(run)
  }

  /** Tells how far it is. */
  progress(metadata: Readonly<Record<string, unknown>>, now: string): void {
    this.metadata = { ...this.metadata, ...metadata }
    this.updatedAt = now
    this.#onChange(this)
  }

  /** Ends it. Does nothing when it is over. */
  end(status: 'Success' | 'Failure' | 'Cancelled', error = ''): void {
    if (this.isOver) return
    this.status = status
    this.error = error
    this.#onChange(this)
    this.#settle()
  }

  async #work(run: NonNullable<OperationSpec['run']>): Promise<void> {
    await Promise.resolve()
    try {
      await run(this)
      this.end('Success')
    } catch (error) {
      // Anything but a refusal is a mistake of the fake's own, and told as one.
      this.end('Failure', error instanceof FakeFault ? error.message : `the fake failed: ${String(error)}`)
    }
  }
}
