/** What a program in an instance is given. */
export interface FakeProcess {
  /** The program and its arguments. */
  readonly command: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly instance: string
  /** What is written to it. */
  readonly stdin: AsyncIterable<Uint8Array>
  /** Aborted when it is killed. */
  readonly signal: AbortSignal
  /** What the program writes to its output. */
  stdout(bytes: Uint8Array | string): Promise<void>
  /** What the program writes to its error output. */
  stderr(bytes: Uint8Array | string): Promise<void>
  /** Waits on the fake's clock; ends at once when the program is killed. */
  sleep(milliseconds: number): Promise<void>
}

/** Runs a program; the number is its exit code, `undefined` that there is no such program. */
export type FakeProgram = (process: FakeProcess) => Promise<number | undefined> | number | undefined
