import type { Check } from './Check.ts'

/** A Python library that drives one of the fakes. */
export interface Suite {
  /** Name on the command line and in the output. */
  name: string
  /** Python module that has to be there. */
  module: string
  /** Starts the fakes and runs the Python programs against them. @param python - An interpreter that has the module. */
  run(python: string): AsyncIterable<Check>
}
