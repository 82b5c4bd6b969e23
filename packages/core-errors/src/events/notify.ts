import type { ClientHooks, HookEvent } from './ClientHooks.js'
import { eventChannel } from './eventChannel.js'

/**
 * Tells the caller's hook and the diagnostics channel `x:<client>:<request|response|retry|failure|notice>` (Node, Bun, Deno)
 * about an event. The payload of both is the same object. A hook that throws, or whose promise rejects, is a warning.
 */
export function notify<Name extends keyof ClientHooks>(
  hooks: ClientHooks | undefined,
  name: Name,
  event: HookEvent<Name>,
): void {
  const failed = (error: unknown) =>
    warn(`The ${name} hook threw: ${error instanceof Error ? error.message : String(error)}`)
  try {
    const hook = hooks?.[name] as ((event: HookEvent<Name>) => unknown) | undefined
    const answer = hook?.(event)
    // An async hook is not waited for, but must not end the process either.
    if (answer instanceof Promise) answer.catch(failed)
  } catch (error) {
    failed(error)
  }
  const channel = eventChannel(event.client, name)
  if (channel?.hasSubscribers) channel.publish(event)
}

function warn(text: string): void {
  if (typeof globalThis.process?.emitWarning === 'function') globalThis.process.emitWarning(text, 'ClientHookWarning')
  else console.warn(text)
}
