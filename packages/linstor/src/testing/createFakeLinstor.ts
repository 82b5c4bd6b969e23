import { changeState } from './cluster/changeState.js'
import { createCluster } from './cluster/createCluster.js'
import { describeCluster } from './cluster/describeCluster.js'
import { reportError } from './cluster/reportError.js'
import type { FakeLinstor } from './FakeLinstor.js'
import type { FakeLinstorOptions } from './FakeLinstorOptions.js'
import type { FakeRequest } from './FakeRequest.js'
import type { CallFault } from './faults/CallFault.js'
import type { ConnectionFault } from './faults/ConnectionFault.js'
import { createFaultQueue } from './faults/createFaultQueue.js'
import { type OpenPort, openPort } from './network/openPort.js'
import { type ServedConnection, type ServerParts, serveConnection } from './network/serveConnection.js'
import { createCallTable } from './protocol/createCallTable.js'
import { createSatelliteTable } from './protocol/createSatelliteTable.js'

const mostRecorded = 10_000

const releases = {
  2: 'LINSTOR,Controller,0.6.0,bcc0ab5e746a5ac8b9a04adebdc2dc6b89a1b240,2018-08-31T12:40:07+00:00',
  3: 'LINSTOR,Controller,0.7.3,0000000000000000000000000000000000000000,2018-12-21T00:00:00+00:00',
} as const

/**
 * Starts a LINSTOR controller that is good enough to develop and test against: it keeps nodes, pools, definitions,
 * resources and all the rest in memory, answers the way a real controller was seen to answer, and fails on demand. For
 * Node, Bun and Deno: it listens on a port.
 *
 * @param options - What is in it at first, which API version it speaks, where it listens.
 * @throws {Error} when it can't listen there.
 * @example
 * await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
 * await using linstor = await connectLinstor(fake.uri)
 */
export async function createFakeLinstor(options: FakeLinstorOptions = {}): Promise<FakeLinstor> {
  const { apiVersion = 2, hostname = '127.0.0.1', tls, satellite } = options
  const cluster = createCluster(options)
  const requests: FakeRequest[] = []
  const callFaults = createFaultQueue<FakeRequest, CallFault>()
  const connectionFaults = createFaultQueue<number, ConnectionFault>()
  const open = new Set<ServedConnection>()
  let accepted = 0
  let port = options.port ?? 0
  let listening: OpenPort | undefined

  const stop = async () => {
    const closing = listening
    listening = undefined
    await closing?.close()
  }
  const server: ServerParts = {
    cluster,
    table: satellite === undefined ? createCallTable(apiVersion) : createSatelliteTable(satellite),
    announced:
      satellite === undefined
        ? {
            version: apiVersion,
            minVersion: apiVersion,
            controllerInfo: options.controllerInfo ?? releases[apiVersion],
          }
        : undefined,
    onCall(request) {
      requests.push(request)
      if (requests.length > mostRecorded) requests.shift()
      return callFaults.take(request)
    },
    shutdown() {
      for (const connection of open) connection.finish()
      cluster.scheduler.after(0, () => void stop())
    },
  }
  const listen = async () => {
    listening = await openPort({ hostname, port, tls }, (socket) => {
      const number = ++accepted
      const connection = serveConnection(socket, number, server, connectionFaults.take(number))
      open.add(connection)
      socket.once('close', () => open.delete(connection))
    })
    port = listening.port
  }
  const close = async () => {
    cluster.scheduler.cancelAll()
    await stop()
  }

  await listen()
  return {
    ...changeState(cluster),
    get state() {
      return describeCluster(cluster)
    },
    addErrorReport: (report) => reportError(cluster, report),
    uri: `${satellite === undefined ? 'linstor' : 'linstorstlt'}${tls === undefined ? '' : '+ssl'}://${hostname}:${port}`,
    requests,
    get connections() {
      return open.size
    },
    failNext: ({ call, match, ...fault }) =>
      callFaults.add({
        ...fault,
        match: (request) => (call === undefined || request.call === call) && (match?.(request) ?? true),
      }),
    failNextConnection: connectionFaults.add,
    clearFaults() {
      callFaults.clear()
      connectionFaults.clear()
    },
    get pendingFaults() {
      return callFaults.pending + connectionFaults.pending
    },
    clearRequests: () => void requests.splice(0),
    send(bytes) {
      for (const connection of open) connection.send(bytes)
    },
    dropConnections(how) {
      for (const connection of open) connection.close(how)
    },
    async restart() {
      if (listening === undefined) await listen()
    },
    stop,
    close,
    [Symbol.asyncDispose]: close,
  }
}
