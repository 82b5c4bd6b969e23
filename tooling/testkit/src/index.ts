export { type Bundle, type BundleOptions, bundle } from './bundle.ts'
export { leakedHandles, openHandles } from './openHandles.ts'
export { type ProgramResult, type RunNodeOptions, runNode } from './runNode.ts'
