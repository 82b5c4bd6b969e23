import { type ClientError, ProtocolError } from '@x/core-errors'
import { type DecodedFrame, isLegacyHeader } from '@x/linstor-wire'
import { API_VERSION } from '@x/linstor-wire/constants'
import { decodeMsgApiVersion, type MsgApiVersion } from '@x/linstor-wire/messages/MsgApiVersion'
import { type MsgHeader, MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'
import type { ControllerAddress } from '../uri/ControllerAddress.js'
import { negotiateVersion } from './negotiateVersion.js'
import type { Peer } from './Peer.js'
import { parseControllerInfo } from './parseControllerInfo.js'

/**
 * The opening of a connection: a controller speaks first and says its API version, and nothing is sent in answer. A
 * satellite says nothing.
 */
export class Handshake {
  /** Resolves when it is clear who is at the other end. */
  readonly done: Promise<Peer>
  readonly #address: ControllerAddress
  #waiting: boolean
  #resolve: (peer: Peer) => void = () => {}
  #reject: (error: ClientError) => void = () => {}

  constructor(address: ControllerAddress) {
    this.#address = address
    this.#waiting = !address.satellite
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    this.done.catch(() => {}) // whoever waits for it sees it
    if (address.satellite) this.#resolve({ address, apiVersion: 3, controllerInfo: undefined })
  }

  /**
   * Takes a frame while the handshake lasts.
   *
   * @returns Whether the frame was part of it. @throws {ProtocolError} when it can't be the first one of a controller.
   */
  take({ header, messages }: DecodedFrame): boolean {
    if (!this.#waiting) return false
    const version = isLegacyHeader(header) ? legacyVersion(messages[0]) : announcedVersion(header, messages[0])
    const apiVersion = negotiateVersion(version, this.#address)
    const { controllerInfo: text } = version
    this.#waiting = false
    const controllerInfo = text === undefined ? undefined : parseControllerInfo(text)
    this.#resolve({ address: this.#address, apiVersion, controllerInfo })
    return true
  }

  /** The connection ended; without effect once the handshake is done. */
  fail(cause: ClientError): void {
    this.#reject(cause)
  }
}

function announcedVersion(
  { msgType = MsgHeaderMsgType.ONEWAY, msgContent }: MsgHeader,
  message?: Uint8Array,
): MsgApiVersion {
  if (msgType !== MsgHeaderMsgType.ONEWAY || msgContent !== API_VERSION || message === undefined) {
    throw new ProtocolError(`the first message is ${msgContent ?? 'nameless'}, not ${API_VERSION}`)
  }
  return decodeMsgApiVersion(message)
}

// The shape of the header decides, whatever the message says.
const legacyVersion = (message?: Uint8Array): MsgApiVersion => ({
  ...(message === undefined ? {} : decodeMsgApiVersion(message)),
  version: 1,
  minVersion: 1,
})
