import { builtinModule } from '../builtinModule.js'
import type { ClientHooks } from './ClientHooks.js'

/** The part of a diagnostics channel that is used. */
export interface EventChannel {
  readonly hasSubscribers: boolean
  publish(message: unknown): void
}

const channelNames: Record<keyof ClientHooks, string> = {
  onRequest: 'request',
  onResponse: 'response',
  onRetry: 'retry',
  onFailure: 'failure',
  onNotice: 'notice',
}

const channels = new Map<string, EventChannel | undefined>()

/** The diagnostics channel `x:<client>:<event>` where the runtime has such things. */
export function eventChannel(client: string, name: keyof ClientHooks): EventChannel | undefined {
  const key = `x:${client}:${channelNames[name]}`
  if (!channels.has(key)) channels.set(key, makeChannel(key))
  return channels.get(key)
}

function makeChannel(name: string): EventChannel | undefined {
  return builtinModule<{ channel(name: string): EventChannel }>('node:diagnostics_channel')?.channel(name)
}
