import type { Clock } from '@x/core-errors'
import type { EventHub } from '../events/EventHub.js'
import { goTime } from '../protocol/goTime.js'
import { statusCodes } from '../protocol/statusCodes.js'
import { FakeOperation, type OperationSpec } from './FakeOperation.js'

// What is over is forgotten after so long. LXD 5.0.2, observed.
const rememberedMs = 5_000

/** All operations that run, or ended less than five seconds ago. */
export class OperationTable {
  readonly #clock: Clock
  readonly #events: EventHub
  readonly #operations = new Map<string, FakeOperation>()
  readonly #forget = new Set<() => void>()

  constructor(clock: Clock, events: EventHub) {
    this.#clock = clock
    this.#events = events
  }

  /** Starts an operation and answers 202 with it. */
  answer(spec: OperationSpec): Response {
    return this.answerWith(this.prepare(spec))
  }

  /** An operation that is not running yet. */
  prepare(spec: OperationSpec): FakeOperation {
    return new FakeOperation(spec, this.now(), (changed) => this.#changed(changed))
  }

  /** Starts a prepared operation and answers 202 with it. */
  answerWith(operation: FakeOperation): Response {
    this.#operations.set(operation.id, operation)
    operation.start()
    const path = `/1.0/operations/${operation.id}`
    const envelope = {
      type: 'async',
      status: 'Operation created',
      status_code: statusCodes['Operation created'],
      operation: path,
      error_code: 0,
      error: '',
      metadata: documentOf(operation),
    }
    const headers = { 'content-type': 'application/json', location: path }
    return new Response(`${JSON.stringify(envelope)}\n`, { status: 202, headers })
  }

  get(id: string): FakeOperation | undefined {
    return this.#operations.get(id)
  }

  /** @param project - Whose; `undefined` for all. */
  all(project: string | undefined): FakeOperation[] {
    const isWanted = ({ spec }: FakeOperation) =>
      project === undefined || spec.project === undefined || spec.project === project
    return [...this.#operations.values()].filter(isWanted)
  }

  /** The time as operations tell it. */
  now(): string {
    return goTime(this.#clock.now())
  }

  /** Forgets all operations; those that wait for one are left to the end of their connection. */
  close(): void {
    for (const cancel of this.#forget) cancel()
    this.#operations.clear()
  }

  #changed(operation: FakeOperation): void {
    this.#events.publish('operation', operation.spec.project, documentOf(operation))
    if (!operation.isOver) return
    const cancel = this.#clock.schedule(
      rememberedMs,
      () => {
        this.#forget.delete(cancel)
        this.#operations.delete(operation.id)
      },
      { background: true },
    )
    this.#forget.add(cancel)
  }
}

/** An operation as the server writes it. */
export function documentOf(operation: FakeOperation): Record<string, unknown> {
  const { id, spec, createdAt, updatedAt, status, metadata, error } = operation
  return {
    id,
    class: spec.class ?? 'task',
    description: spec.description,
    created_at: createdAt,
    updated_at: updatedAt,
    status,
    status_code: statusCodes[status],
    resources: spec.resources ?? null,
    metadata,
    may_cancel: spec.mayCancel ?? false,
    err: error,
    location: 'none',
  }
}
