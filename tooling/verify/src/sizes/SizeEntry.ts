/** One line of a package's `sizes.json`: a program that an application may contain, and how large it may get. */
export interface SizeEntry {
  /** What it is, for the table in the README. */
  name: string
  /** Its lines, JavaScript. */
  code: string[]
  /** Most bytes of it, dependencies included, minified by either bundler and compressed by gzip. */
  budget: number
  /** The only action that may be in it: no other's name may show up. */
  action?: string
  /** Actions that this one is made of, and those whose name means something else in it. @default none */
  with?: string[]
  /** @default 'browser' */
  platform?: 'browser' | 'node'
  /** Dependencies that are left out; the table says so. */
  external?: string[]
}
