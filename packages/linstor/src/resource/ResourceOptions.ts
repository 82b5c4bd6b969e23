import type { CallOptions } from '@x/core-errors'

/** Options of what takes several calls. `timeoutMs` bounds each of them. */
export interface ResourceOptions extends CallOptions {
  /** Remove what was created again when a later step fails. @default false */
  rollback?: boolean | undefined
}
