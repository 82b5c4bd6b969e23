import type { HttpCallOptions } from '@x/core-errors'
import type { Answer } from '../Answer.js'
import type { PithosClient } from '../createPithosClient.js'
import type { ContainerTarget } from '../internal/Target.js'
import { containerDelete } from './containerDelete.js'

/** What {@link purgeContainer} takes. */
export interface PurgeContainerParameters extends ContainerTarget {
  /** Destroys the history up to then: a date, or whole seconds since 1970. @default now */
  until?: Date | number | undefined
}

/**
 * Destroys the history of a container: all versions of its objects but the present ones, and what was deleted.
 *
 * The time goes out in whole seconds. With a fraction the server would ignore it and delete the container itself.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - Which container.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {NotFoundError} when there is no such container.
 * @see Synnefo 0.21, object-store API 1.0, `DELETE /{account}/{container}?until=`
 * @example
 * await purgeContainer(client, { container: 'trash' })
 */
export async function purgeContainer(
  client: PithosClient,
  parameters: PurgeContainerParameters = {},
  options: HttpCallOptions = {},
): Promise<Answer> {
  const { until = new Date(client.session.clock.now()), ...target } = parameters
  return containerDelete(client, { ...target, until }, options)
}
