/** One assignment of a configuration file. */
export interface ConfigAssignment {
  /** Name of the section it stands in; `''` before the first header. */
  readonly section: string
  /** The variable; upper and lower case differ. */
  readonly name: string
  /** The value as text, without the blanks around it. */
  readonly value: string
  /** Where it begins, 1 for the first line of the file. */
  readonly line: number
}

/** What a configuration file says, in its own order. */
export interface ConfigFile {
  /** What the file is called in errors and origins. */
  readonly file: string
  /** Names of the headers in the order they first appear, sections without any variable included. */
  readonly sections: readonly string[]
  readonly assignments: readonly ConfigAssignment[]
}
