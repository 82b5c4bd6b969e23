import type { ClientHooks, HookEvent } from './ClientHooks.js'

type Channel = { readonly hasSubscribers: boolean; publish(message: unknown): void }
const channelNames: Record<keyof ClientHooks, string> = {
  onRequest: 'request',
  onResponse: 'response',
  onRetry: 'retry',
  onFailure: 'failure',
  onNotice: 'notice',
}

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
  const channel = diagnosticsChannel(`x:${event.client}:${channelNames[name]}`)
  if (channel?.hasSubscribers) channel.publish(event)
}

// Asked for by name, not imported: browsers load this file too.
function diagnosticsChannel(name: string): Channel | undefined {
  const process = globalThis.process as { getBuiltinModule?: (id: string) => unknown } | undefined
  const module = process?.getBuiltinModule?.('node:diagnostics_channel') as
    | { channel(name: string): Channel }
    | undefined
  return module?.channel(name)
}

function warn(text: string): void {
  if (typeof globalThis.process?.emitWarning === 'function') globalThis.process.emitWarning(text, 'ClientHookWarning')
  else console.warn(text)
}
