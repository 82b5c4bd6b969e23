import type { HttpCallOptions } from '@x/core-errors'
import type { ObjectWritten } from '../Answer.js'
import { objectPut } from '../actions/objectPut.js'
import type { PithosClient } from '../createPithosClient.js'
import type { Metadata } from '../headers/metadataHeaders.js'
import type { SharingInput } from '../sharing/Sharing.js'
import type { AccountTarget } from './Target.js'

/** What is copied or moved where. */
export interface CopyObjectParameters extends AccountTarget {
  /** Container of the source. */
  srcContainer: string
  /** Name of the source. */
  srcObject: string
  /** Container that it goes to. */
  dstContainer: string
  /** Name that it gets. @default the source's */
  dstObject?: string | undefined
  /** Account of the source. @default the asking user */
  sourceAccount?: string | undefined
  /** Publishes the target, or takes that back. Left out, nothing changes. */
  public?: boolean | undefined
  /** Content type of the target. @default the one that the source has now */
  contentType?: string | undefined
  /** With `/`, all objects below the source follow it. */
  delimiter?: string | undefined
  /** Added to the metadata that come along; an empty value deletes a key. */
  metadata?: Metadata | undefined
  /** Who else may use the target: the source's sharing does not come along. */
  permissions?: SharingInput | undefined
  /** Does it only if the target has this ETag. */
  ifEtagMatch?: string | undefined
  /** `*` does it only if there is no target yet. */
  ifEtagNotMatch?: string | undefined
}

/** Sends a copy or a move as the target's `PUT`. */
export function copyTarget(
  client: PithosClient,
  parameters: CopyObjectParameters & { sourceVersion?: string | number | undefined },
  verb: 'copyFrom' | 'moveFrom',
  options: HttpCallOptions,
): Promise<ObjectWritten> {
  const { srcContainer, srcObject, dstContainer, dstObject = srcObject, ...rest } = parameters
  const source = `/${srcContainer}/${srcObject}`
  return objectPut(client, { ...rest, container: dstContainer, obj: dstObject, [verb]: source }, options)
}
