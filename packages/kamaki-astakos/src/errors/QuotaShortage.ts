/** What is missing when a quota refuses a request. Bytes for RAM, disk and storage, pieces for the rest. */
export interface QuotaShortage {
  /** The resource's id, where the server says it: `cyclades.vm`. */
  readonly resource: string | undefined
  /** The resource's name for people: `Virtual Machine`. */
  readonly label: string
  /** How much could still be taken. */
  readonly available: bigint
  /** How much was asked for. */
  readonly requested: bigint
}
