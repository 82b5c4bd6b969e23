import type { CallOptions } from '@x/core-errors'
import { resourceDfnCreate } from '../actions/resourceDfnCreate.js'
import { resourceDfnModify } from '../actions/resourceDfnModify.js'
import { volumeDfnCreate } from '../actions/volumeDfnCreate.js'
import { expectSuccess } from '../call/expectSuccess.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import { convertSize } from '../size/convertSize.js'
import { allowTwoPrimariesKey } from './allowTwoPrimariesKey.js'
import type { Volume } from './Volume.js'

/** What is to be there before a resource can be deployed. */
export interface Definition {
  readonly name: string
  readonly port: number | undefined
  readonly allowTwoPrimaries: boolean
  /** Whether the resource definition exists, and only volumes are to be added. */
  readonly exists: boolean
  /** The volumes that do not exist. */
  readonly volumes: ReadonlyMap<number, Volume>
  readonly storagePool: string | undefined
}

/**
 * Creates what does not exist. The volumes come before anything is deployed, so that a deployment waits for them.
 *
 * @param onCreated - Told when the resource definition was created here.
 * @throws {LinstorApiError} when the controller refuses a step. What was created before stays.
 */
export async function defineResource(
  client: LinstorClient,
  { name, port, allowTwoPrimaries, exists, volumes, storagePool }: Definition,
  options: CallOptions,
  onCreated: () => void,
): Promise<void> {
  if (!exists) {
    expectSuccess(await resourceDfnCreate(client, { name, port }, options), 'resourceDfnCreate')
    onCreated()
    const propertyDict = { [allowTwoPrimariesKey]: allowTwoPrimaries ? 'yes' : 'no' }
    expectSuccess(await resourceDfnModify(client, { name, propertyDict }, options), 'resourceDfnModify')
  }
  for (const [volumeNr, { size, minor: minorNr }] of volumes) {
    const sizeKib = convertSize(size, 'B', 'KiB', 'up')
    const replies = await volumeDfnCreate(
      client,
      { rscName: name, size: sizeKib, volumeNr, minorNr, storagePool },
      options,
    )
    expectSuccess(replies, 'volumeDfnCreate')
  }
}
