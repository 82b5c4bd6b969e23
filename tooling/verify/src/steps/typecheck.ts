import { runTurbo } from '../run/runTurbo.ts'
import type { Step } from '../Step.ts'

/** Type-checks every package with its tests, type tests, examples and benches. */
export const typecheck: Step = { name: 'typecheck', run: (context) => runTurbo(context, 'typecheck') }
