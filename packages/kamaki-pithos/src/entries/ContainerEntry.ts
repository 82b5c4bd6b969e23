/** One container of a listing. Of another user's containers only name and date are told. */
export interface ContainerEntry {
  readonly name: string
  /** ISO 8601 with a zone. */
  readonly last_modified?: string
  /** Number of objects. */
  readonly count?: number
  /** Bytes that its objects take. */
  readonly bytes?: number
  readonly x_container_policy?: {
    /** Upper bound of the bytes in it, `0` for none. */
    readonly quota: string
    readonly versioning: string
    /** Id of the project that it is charged to. */
    readonly project: string
  }
  /** The latest change before the time that was asked about, ISO 8601 with a zone. */
  readonly x_container_until_timestamp?: string
}
