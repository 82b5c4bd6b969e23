/** What `examples/demo.ts` of a package exports as `demo`. */
export interface Demo {
  /** Heading of the chapter, for example `LINSTOR`. */
  title: string
  /** Place in the demo: lower runs earlier. */
  order: number
  /** Starts what the programs talk to: a fake on loopback, or nothing when the user's environment names a real server. */
  start(): Promise<DemoRun>
}

/** A server that answers, and the programs to run against it. Disposing it stops what `start()` started. */
export interface DemoRun extends AsyncDisposable {
  /** One line for the user: which server this is. */
  note?: string
  /** Added to the environment of every program, for example the server's address. */
  env: Record<string, string>
  /** Run one after the other, each in a process of its own. */
  programs: DemoProgram[]
}

/** One example program. */
export interface DemoProgram {
  /** Relative to `examples/`. */
  file: string
  /** What it shows, in a few words. */
  title: string
}
