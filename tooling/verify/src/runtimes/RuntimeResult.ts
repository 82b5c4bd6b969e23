import type { SmokeProgram } from '../consumers/smokePrograms.ts'

/** What became of one smoke program in one runtime. */
export interface RuntimeResult {
  /** Name of the package's folder. */
  package: string
  kind: SmokeProgram['kind']
  runtime: string
  /** What went wrong, when something did. */
  problem?: string | undefined
  /** Why it was not run, when it was not. */
  skipped?: string | undefined
}
