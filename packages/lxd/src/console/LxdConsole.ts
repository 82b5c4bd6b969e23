/** The console of an instance. */
export interface LxdConsole extends AsyncDisposable {
  /** What the instance prints from now on. What it printed before is in the log. */
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>
  /** What is typed. */
  readonly writable: WritableStream<Uint8Array | string>
  /** Settles when the console has ended: with `close`, or with the instance. Never rejects. */
  readonly closed: Promise<void>
  /** Tells the console its size. */
  resize(width: number, height: number): Promise<void>
  /** Lets go of the console; the instance goes on. Safe to call twice. */
  close(): Promise<void>
}
