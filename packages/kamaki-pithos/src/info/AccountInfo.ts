import type { PithosHeaders } from '../headers/decodeHeaders.js'

/** What the server says about an account; of another user's account only when it changed. */
export interface AccountInfo {
  /** When the account or something in it changed last. */
  readonly lastModified: Date | undefined
  readonly containerCount: number | undefined
  /** Bytes that all objects take together. */
  readonly bytesUsed: number | undefined
  /** The latest change before the time that was asked about. */
  readonly untilTimestamp: Date | undefined
  /** Bytes that may be used in all projects together. */
  readonly quota: bigint | undefined
  /** Bytes that may be used in each project, by the project's id. */
  readonly projectQuotas: Readonly<Record<string, bigint>>
  /** Ids of the members by the group's name. */
  readonly groups: Readonly<Record<string, readonly string[]>>
  /** By lower-case key. */
  readonly meta: Readonly<Record<string, string>>
  readonly headers: PithosHeaders
}
