/** Size of a terminal, in characters. */
export interface FakeTerminal {
  readonly width: number
  readonly height: number
}

/** What a program in an instance is given. */
export interface FakeProcess {
  /** The program and its arguments. */
  readonly command: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** Number of the user that it runs as. */
  readonly user: number
  /** Number of the group that it runs as. */
  readonly group: number
  /** The working directory. */
  readonly cwd: string
  readonly instance: string
  /** The terminal it has, with its present size; `undefined` for a program with three streams. */
  readonly terminal: FakeTerminal | undefined
  /** What is written to it. */
  readonly stdin: AsyncIterable<Uint8Array>
  /** Aborted when it is killed. */
  readonly signal: AbortSignal
  /** The console of the instance. */
  readonly console: FakeConsole
  /** What the program writes to its output. */
  stdout(bytes: Uint8Array | string): Promise<void>
  /** What the program writes to its error output. */
  stderr(bytes: Uint8Array | string): Promise<void>
  /** Takes signals, which kill the program otherwise; number 9 still does. */
  onSignal(listener: (signal: number) => void): void
  /** Waits on the fake's clock; ends at once when the program is killed. */
  sleep(milliseconds: number): Promise<void>
}

/** The console of an instance, as its programs see it. */
export interface FakeConsole {
  /** Shows text to whoever is connected, and keeps it in the log. */
  write(bytes: Uint8Array | string): Promise<void>
  /** What is typed from now on, until `signal` aborts. */
  read(signal: AbortSignal): AsyncIterable<Uint8Array>
}

/** Runs a program; the number is its exit code, `undefined` that there is no such program. */
export type FakeProgram = (process: FakeProcess) => Promise<number | undefined> | number | undefined
