/** A body as the fixtures write it. */
export type RecordedBody = { text: string } | { base64: string }

/** One request to the real server and its answer. */
export interface RecordedExchange {
  request: { method: string; target: string; headers: Record<string, string>; body?: RecordedBody | null }
  response: { status: number; headers: Record<string, string>; body?: RecordedBody | null }
}

/** How the service was set up when it was recorded. */
export interface RecordedSetup {
  blockSize: number
  hashAlgorithm: string
  md5Checksums?: boolean
  /** Bytes that every user may keep in their own project. */
  diskspaceLimit?: number
  /** A second project of every user, with 1,000,000 bytes. */
  project: string
  /** Ids by token. */
  users: Record<string, string>
}
