/** An image, and the names it goes by. */
export interface FakeImage {
  /** 64 hexadecimal digits. */
  readonly fingerprint: string
  project: string
  aliases: { name: string; description: string }[]
  properties: Record<string, string>
  public: boolean
  autoUpdate: boolean
  profiles: string[]
  /** Bytes. */
  readonly size: number
  readonly filename: string
  readonly uploadedAt: string
}
