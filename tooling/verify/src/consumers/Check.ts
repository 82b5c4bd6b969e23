/** One check of a step that makes many. */
export interface Check {
  /** What was checked. */
  name: string
  /** What is wrong; absent when nothing is. */
  problem?: string | undefined
}
