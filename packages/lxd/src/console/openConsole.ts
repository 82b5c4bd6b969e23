import { ProtocolError } from '@x/core-errors'
import { instanceConsolePost } from '../actions/instanceConsolePost.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { connectSockets } from '../operations/connectSockets.js'
import { secretsOf } from '../operations/secretsOf.js'
import { discardMessages } from '../websocket/discardMessages.js'
import { inputStream } from '../websocket/inputStream.js'
import { outputStream } from '../websocket/outputStream.js'
import type { LxdConsole } from './LxdConsole.js'

/** How a console is opened. */
export interface ConsoleSettings {
  /** `vga` is the SPICE protocol of a virtual machine; containers have none. @default console */
  type?: 'console' | 'vga' | undefined
  /** In characters. @default 80 */
  width?: number | undefined
  /** In lines. @default 25 */
  height?: number | undefined
}

/**
 * Connects to the console of a running instance.
 *
 * @param options - `signal` ends the console too; `timeoutMs` bounds the start only.
 * @throws {LxdApiError} 404 without the instance, 400 when it does not run, or for `vga` on a container.
 * @see LXD 5.0 REST API, `instance_console_post`: `POST /1.0/instances/{instanceName}/console`
 */
export async function openConsole(
  client: LxdClient,
  parameters: ConsoleSettings & { instanceName: string; project?: string | undefined },
  options: LxdCallOptions = {},
): Promise<LxdConsole> {
  const name = 'instanceConsolePost'
  const { type = 'console', width = 80, height = 25, ...place } = parameters
  const { operation } = await instanceConsolePost(client, { ...place, type, width, height }, options)
  if (operation === undefined) throw new ProtocolError(`${name}: the server started no operation`, { operation: name })
  const secrets = secretsOf(operation.metadata['fds'], ['0', 'control'], name)
  const { 0: terminal, control } = await connectSockets(client, operation.id, secrets, options)
  const { signal } = options
  // One after the other: when the control connection ends first, LXD 5.0.2 writes its goodbye to the terminal while it may
  // still be writing output there, and panics.
  const end = async () => {
    await terminal.close()
    await control.close()
  }
  const onAbort = () => void end()
  const closed = terminal.closed.then(async () => {
    signal?.removeEventListener('abort', onAbort)
    await control.close()
  })
  signal?.addEventListener('abort', onAbort, { once: true })
  if (signal?.aborted) onAbort()
  void discardMessages(control)
  const close = async () => {
    await end()
    await closed
  }
  return Object.freeze<LxdConsole>({
    readable: outputStream(terminal, {
      signal,
      onEnd: () => void end(),
      // LXD 5.0 fails the operation whenever a console is left, and says no goodbye: that is its end, not an error.
      onLost: async () => undefined,
    }),
    writable: inputStream(terminal, { onClose: async () => {}, onAbort: async () => {} }),
    closed,
    async resize(columns, lines) {
      const args = { width: String(columns), height: String(lines) }
      await control.send(JSON.stringify({ command: 'window-resize', args }))
    },
    close,
    [Symbol.asyncDispose]: close,
  })
}
