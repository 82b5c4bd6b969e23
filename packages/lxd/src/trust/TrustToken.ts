/** What a token that makes a client trusted says. It works once. */
export interface TrustToken {
  /** The name that the server gives the client's certificate. */
  client_name: string
  /** SHA-256 of the server's certificate: pass it on as `serverCertificate`. */
  fingerprint: string
  /** Where the server listens, `host:port` each. */
  addresses: string[]
  secret: string
  /** RFC 3339; `undefined` when it does not expire. */
  expires_at?: string | undefined
}
