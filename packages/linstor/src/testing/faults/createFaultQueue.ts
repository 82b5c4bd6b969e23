/** What every kind of fault has. */
export interface FaultRule<Subject> {
  /** Which ones it strikes. @default all */
  match?: ((subject: Subject) => boolean) | undefined
  /** How often it strikes. @default 1 */
  times?: number | undefined
}

/** Faults waiting to strike, the first one first. */
export interface FaultQueue<Subject, Fault extends FaultRule<Subject>> {
  add(fault: Fault): void
  clear(): void
  /** The fault that strikes this one, if any. */
  take(subject: Subject): Fault | undefined
  /** How many have not struck as often as they were meant to. */
  readonly pending: number
}

/** Makes an empty {@link FaultQueue}. */
export function createFaultQueue<Subject, Fault extends FaultRule<Subject>>(): FaultQueue<Subject, Fault> {
  const queue: { fault: Fault; left: number }[] = []
  return {
    add: (fault) => void queue.push({ fault, left: fault.times ?? 1 }),
    clear: () => void queue.splice(0),
    take(subject) {
      if (queue.length === 0) return undefined
      const index = queue.findIndex(({ fault }) => fault.match?.(subject) ?? true)
      const entry = queue[index]
      if (entry !== undefined && --entry.left <= 0) queue.splice(index, 1)
      return entry?.fault
    },
    get pending() {
      return queue.length
    },
  }
}
