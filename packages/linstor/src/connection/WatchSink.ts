import type { ClientError } from '@x/core-errors'
import type { MsgEvent } from '@x/linstor-wire/messages/MsgEvent'

/** Where the events of one watch go. */
export interface WatchSink {
  /** Takes one event. @param data - The event's data, still encoded; only values have some. */
  push(event: MsgEvent, data: Uint8Array | undefined): void
  /** The connection, and the watch with it, is gone. */
  lose(cause: ClientError): void
}
