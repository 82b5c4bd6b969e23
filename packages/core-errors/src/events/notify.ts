import type { ClientHooks, HookEvent } from './ClientHooks.js'
import { eventChannel } from './eventChannel.js'

/**
 * Tells the caller's hook and the diagnostics channel `x:<client>:<request|response|retry|failure|notice>` (Node, Bun, Deno)
 * about an event. The payload of both is the same object.
 */
export function notify<Name extends keyof ClientHooks>(
  hooks: ClientHooks | undefined,
  name: Name,
  event: HookEvent<Name>,
): void {
  try {
    const hook = hooks?.[name] as ((event: HookEvent<Name>) => void) | undefined
    hook?.(event)
  } catch (error) {
    warn(`The ${name} hook threw: ${error instanceof Error ? error.message : String(error)}`)
  }
  const channel = eventChannel(event.client, name)
  if (channel?.hasSubscribers) channel.publish(event)
}

function warn(text: string): void {
  if (typeof globalThis.process?.emitWarning === 'function') globalThis.process.emitWarning(text, 'ClientHookWarning')
  else console.warn(text)
}
