import type { LxdNetwork } from './LxdNetwork.js'
import type { LxdConnectCall } from './LxdTransport.js'
import type { LxdUpgrade } from './LxdUpgrade.js'

/** Leaves HTTP for `protocol`, and hands the connection out as two streams. @throws {LxdApiError} */
export async function connectUpgrade(network: LxdNetwork, call: LxdConnectCall, protocol: string): Promise<LxdUpgrade> {
  const { socket, headers } = await network.switchProtocol(call, protocol, {})
  const close = async () => void socket.destroy()
  return { headers, ...network.toWeb(socket), close, [Symbol.asyncDispose]: close }
}
