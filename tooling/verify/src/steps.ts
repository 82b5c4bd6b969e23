import type { Step } from './Step.ts'
import { boundaries } from './steps/boundaries.ts'
import { build } from './steps/build.ts'
import { codegen } from './steps/codegen.ts'
import { conformance } from './steps/conformance.ts'
import { consumers } from './steps/consumers.ts'
import { demo } from './steps/demo.ts'
import { docs } from './steps/docs.ts'
import { lint } from './steps/lint.ts'
import { packaging } from './steps/packaging.ts'
import { release } from './steps/release.ts'
import { runtimes } from './steps/runtimes.ts'
import { sizes } from './steps/sizes.ts'
import { soak } from './steps/soak.ts'
import { typecheck } from './steps/typecheck.ts'
import { unit } from './steps/unit.ts'
import { unused } from './steps/unused.ts'

/** What `pnpm test` does, in order: the build first, for most of the others look at what it made. */
export const steps: readonly Step[] = [
  build,
  lint,
  codegen,
  typecheck,
  unit,
  packaging,
  consumers,
  sizes,
  runtimes,
  release,
  boundaries,
  unused,
  docs,
  demo,
  conformance,
  soak,
]
