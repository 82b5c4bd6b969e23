import type { SmokeProgram } from './smokePrograms.ts'

/** A project like a stranger's, with all packages installed from their tarballs. */
export interface Consumer {
  folder: string
  programs: readonly ConsumerProgram[]
}

/** A smoke program in it. */
export interface ConsumerProgram extends SmokeProgram {
  /** For example `lxd anywhere`. */
  name: string
  /** Its path in the consumer, TypeScript. */
  source: string
  /** The same as JavaScript that every promised runtime understands. */
  script: string
}
