import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FakeHandler, type FakeServer, type ListenOptions, startFakeServer } from '@x/core-errors/testing'

/** A server on a unix socket of its own that answers what it is told to. */
export async function startServer(
  handler: FakeHandler = () => envelope({}),
  options: Omit<ListenOptions, 'socketPath'> = {},
): Promise<FakeServer & { socketPath: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'lxd-'))
  const socketPath = join(folder, 'unix.socket')
  const server = await startFakeServer(handler, { ...options, socketPath })
  const close = async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
  return Object.assign(Object.create(server), { socketPath, close, [Symbol.asyncDispose]: close })
}

/** A `sync` answer. */
export const envelope = (metadata: unknown, init?: ResponseInit): Response =>
  Response.json(
    { type: 'sync', status: 'Success', status_code: 200, operation: '', error_code: 0, error: '', metadata },
    init,
  )

/** An `error` answer. */
export const refusal = (status: number, error: string): Response =>
  Response.json(
    { type: 'error', status: '', status_code: 0, operation: '', error_code: status, error, metadata: null },
    { status },
  )
