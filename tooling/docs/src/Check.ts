/** One thing that the documentation has to be, and what it is not. */
export interface Check {
  /** In a few words, for example `links of the site`. */
  name: string
  /** One line per problem; none when the check passed. */
  problems: string[]
}
