/** One constant of `spec/constants.json`. */
export interface Constant {
  name: string
  /** Decimal digits for `uint64`. */
  value: string | number
  type: 'uint64' | 'string' | 'int'
  group: string
  /** First release that has it; `0.2.2` stands for that one and everything before. */
  since: string
  /** First release of those looked at that does not have it any more. */
  removed?: string
}

/** `spec/constants.json`. */
export interface ConstantsTable {
  returnCode: {
    severity: { mask: string; values: Record<string, string> }
    operation: { mask: string; values: Record<string, string> }
    object: { mask: string; values: Record<string, string> }
    code: { mask: string }
  }
  storageDrivers: string[]
  constants: Constant[]
}
