export type { JSONOutput } from 'typedoc'
export { undocumented } from './undocumented.ts'
