/** What went over the connections of one client. */
export interface TransportStats {
  /** Bytes that arrived, each counted once. */
  receivedBytes: number
  /** Bytes that were handed to the connections. */
  sentBytes: number
  /** How many connections were opened. */
  connections: number
  /** Calls that wait for their end now. */
  openCalls: number
}
