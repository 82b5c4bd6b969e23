import { once } from 'node:events'
import net from 'node:net'
import { decodeFrame, encodeCall, FrameDecoder } from '@x/linstor-wire'
import { MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'

/** The same exchange without a client: writes pings, reads frames, counts ends. No ids are looked up, nothing is bounded. */
export class BareSocket {
  readonly #socket: net.Socket
  #ended = 0
  #wanted = 0
  #done = () => {}
  #lastId = 0

  private constructor(socket: net.Socket) {
    const decoder = new FrameDecoder()
    this.#socket = socket
    socket.on('data', (chunk) =>
      decoder.push(chunk, ({ payload }) => {
        if (decodeFrame(payload)?.header.msgType === MsgHeaderMsgType.COMPLETE) this.#ended++
        if (this.#ended === this.#wanted) this.#done()
      }),
    )
  }

  static async open(uri: string): Promise<BareSocket> {
    const { hostname, port } = new URL(uri)
    const socket = net.connect({ host: hostname, port: Number(port), noDelay: true })
    await once(socket, 'connect')
    return new BareSocket(socket)
  }

  /** Makes pings at the same time, and resolves when all have ended. */
  ping(count: number): Promise<void> {
    this.#ended = 0
    this.#wanted = count
    const done = new Promise<void>((resolve) => {
      this.#done = resolve
    })
    for (let made = 0; made < count; made++) {
      const header = { msgType: MsgHeaderMsgType.API_CALL, apiCallId: BigInt(++this.#lastId), msgContent: 'Ping' }
      this.#socket.write(encodeCall(header))
    }
    return done
  }

  close(): void {
    this.#socket.destroy()
  }
}
