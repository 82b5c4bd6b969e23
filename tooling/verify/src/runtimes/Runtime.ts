/** A runtime that the packages promise to run in. */
export interface Runtime {
  /** Name and version as in the table, for example `Bun 1.4`. */
  name: string
  /** How a program is started, its file left out; `undefined` when the runtime is not installed. */
  command: readonly string[] | undefined
}
