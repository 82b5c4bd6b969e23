/** How a controller (or a satellite) is reached. Every field is derived from the URI. */
export interface ControllerAddress {
  /** The URI in its full form, with the port. */
  readonly uri: string
  /** Name or address, without brackets. */
  readonly host: string
  readonly port: number
  readonly tls: boolean
  /** Satellites send no version message and know few calls. */
  readonly satellite: boolean
}
