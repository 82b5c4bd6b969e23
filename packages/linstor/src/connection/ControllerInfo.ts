/** What a controller says about itself when a connection opens. */
export interface ControllerInfo {
  /** The whole text: the five parts below, separated by commas. */
  readonly text: string
  /** `LINSTOR` */
  readonly program: string
  /** `Controller` */
  readonly module: string
  /** Release, for example `0.7.3`. */
  readonly version: string
  /** Commit that it was built from. */
  readonly gitCommit: string
  /** When it was built, ISO 8601. */
  readonly buildTime: string
}
