import { runTurbo } from '../run/runTurbo.ts'
import type { Step } from '../Step.ts'

/** Builds every package. */
export const build: Step = { name: 'build', run: (context) => runTurbo(context, 'build') }
