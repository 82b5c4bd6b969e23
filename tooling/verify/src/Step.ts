import type { WorkspacePackage } from './findPackages.ts'

/** What the steps work on. */
export interface StepContext {
  /** Absolute path of the repository. */
  root: string
  /** The published packages, `packages/*`. */
  packages: readonly WorkspacePackage[]
}

/** What a step found. */
export interface StepResult {
  /** Checks that passed. */
  passed: number
  /** One line per failed check: what failed. */
  failures: string[]
  /** Checks that could not be made here. */
  skipped?: { count: number; reason: string }[] | undefined
  /** Lines about checks that passed, but not as they should. */
  notes?: string[] | undefined
  /** What the tool printed; shown when the step failed. */
  output?: string | undefined
}

/** One part of `pnpm test`. */
export interface Step {
  /** One word, also the argument that runs this step alone. */
  name: string
  /** Makes the step's checks. What it throws counts as one failed check. */
  run(context: StepContext): Promise<StepResult>
}
