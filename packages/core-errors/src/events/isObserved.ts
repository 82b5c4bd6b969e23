import type { ClientHooks } from './ClientHooks.js'
import { eventChannel } from './eventChannel.js'

/**
 * Tells whether somebody wants the events of a name: for clients whose calls are so short that making an event in vain
 * would be felt. The others call {@link notify} without asking.
 */
export const isObserved = (hooks: ClientHooks | undefined, name: keyof ClientHooks, client: string): boolean =>
  hooks?.[name] !== undefined || eventChannel(client, name)?.hasSubscribers === true
