import type { Fault } from '@x/core-errors/testing'

/** A fake that a program runs against. */
export interface Service {
  /** Answers what the program asks for over HTTP. */
  fetch: typeof globalThis.fetch
  /** Makes the next requests go wrong. */
  failNext(fault: Fault): void
  /** What the program finds in `process.env`. */
  env: Record<string, string>
}

/** Imports an entry point of a package by its name. */
export type Load = <Module>(name: string) => Promise<Module>

/** Hands requests to a fake and shows them. */
export type RecordFetch = (fetch: typeof globalThis.fetch) => typeof globalThis.fetch
