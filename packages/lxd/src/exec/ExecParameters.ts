/** How a command is run in an instance. */
export interface ExecSettings {
  /** Added to what the server sets: `PATH`, `HOME`, `USER`, `LANG` and the instance's `environment.*`. */
  environment?: Record<string, string> | undefined
  /** User id. @default 0 */
  user?: number | undefined
  /** Group id. @default 0 */
  group?: number | undefined
  /** The working directory. @default the user's home */
  cwd?: string | undefined
}

/** How a command is run that its caller is connected to. */
export interface ExecTerminalSettings extends ExecSettings {
  /** Whether to run it in a terminal: one stream for both outputs, line editing, control characters. @default false */
  interactive?: boolean | undefined
  /** Width of the terminal, in characters. @default 80 */
  width?: number | undefined
  /** Height of the terminal, in lines. @default 25 */
  height?: number | undefined
}

/** Where a command is run, and which. */
export interface ExecTarget {
  instanceName: string
  /** The program and its arguments. No shell is involved. */
  command: readonly string[]
  /** @default the client's */
  project?: string | undefined
}
