/** What one statement about a fake came to. */
export interface Check {
  /** What the library did, in a few words. */
  name: string
  /** Why it failed; absent when it passed. */
  failure?: string | undefined
}
