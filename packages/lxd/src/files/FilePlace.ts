/** Where a file is. */
export interface FilePlace {
  instanceName: string
  /** Absolute path in the instance, whether that runs or not. */
  path: string
  /** @default the client's */
  project?: string | undefined
}
