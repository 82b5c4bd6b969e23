import { type ClientErrorDetails, hasErrorBrand, ProtocolError } from '@x/core-errors'

/** The first and the last of consecutive API versions. */
export interface ApiVersionRange {
  readonly min: number
  readonly max: number
}

/** What a {@link VersionMismatchError} carries. */
export interface VersionMismatchDetails extends ClientErrorDetails {
  /** Which controller. */
  uri: string
  /** What this client speaks. */
  client: ApiVersionRange
  /** What the controller speaks. */
  controller: ApiVersionRange
  /** What the controller says about itself. */
  controllerInfo?: string | undefined
}

// Releases by API version: LINSTOR 0.2 to 0.9.
const releases: Readonly<Record<number, string>> = { 1: '0.2', 2: '0.5 and 0.6', 3: '0.7', 4: '0.9' }

/**
 * Controller and client have no API version in common. The connection is closed. Version 1 is LINSTOR 0.2, versions 2
 * and 3 are spoken by this client, version 4 is LINSTOR 0.9; later controllers only speak HTTP.
 */
export class VersionMismatchError extends ProtocolError {
  static override readonly brand: string = 'VersionMismatchError'
  /** Which controller. */
  readonly uri: string
  /** What this client speaks. */
  readonly client: ApiVersionRange
  /** What the controller speaks. */
  readonly controller: ApiVersionRange
  /** What the controller says about itself. */
  readonly controllerInfo: string | undefined

  constructor(details: VersionMismatchDetails) {
    const { uri, client, controller, controllerInfo, operation } = details
    const release = releases[controller.max]
    const who = controllerInfo ?? (release === undefined ? 'unknown release' : `LINSTOR ${release}`)
    const prefix = operation === undefined ? '' : `${operation}: `
    super(
      `${prefix}${uri} speaks API version ${span(controller)} (${who}), this client speaks ${span(client)}`,
      details,
    )
    this.uri = uri
    this.client = client
    this.controller = controller
    this.controllerInfo = controllerInfo
  }
}

const span = ({ min, max }: ApiVersionRange): string => (min === max ? String(max) : `${min} to ${max}`)

/** Tells whether controller and client have no API version in common. */
export const isVersionMismatchError = (error: unknown): error is VersionMismatchError =>
  hasErrorBrand(error, 'VersionMismatchError')
