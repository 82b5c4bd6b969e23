import type { CallOptions } from '@x/core-errors'
import { FLAG_DISKLESS } from '@x/linstor-wire/constants'
import type { RscDfn } from '@x/linstor-wire/messages/RscDfn'
import type { Vlm } from '@x/linstor-wire/messages/Vlm'
import { resourceDfnList } from '../actions/resourceDfnList.js'
import { resourceList } from '../actions/resourceList.js'
import { expectList } from '../call/expectList.js'
import { sameName } from '../check/sameName.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import { propertiesOf } from '../lists/propertiesOf.js'
import { convertSize } from '../size/convertSize.js'
import { allowTwoPrimariesKey } from './allowTwoPrimariesKey.js'
import type { ResourceState } from './ResourceState.js'

/** Asks for everything about a resource; `undefined` when there is no such definition. @throws {LinstorApiError} */
export async function loadResource(
  client: LinstorClient,
  name: string,
  options: CallOptions,
): Promise<ResourceState | undefined> {
  const [definitions, deployments] = await Promise.all([
    resourceDfnList(client, {}, options),
    resourceList(client, { filterByResources: [name] }, options),
  ])
  const rscDfn = expectList(definitions, 'resourceDfnList').rscDfns.find(({ rscName }) => sameName(rscName, name))
  const resources = expectList(deployments, 'resourceList').resources.filter((resource) =>
    sameName(resource.name, name),
  )
  if (rscDfn === undefined) return undefined
  const nodes = resources.map(({ nodeName, rscFlags }) => ({ nodeName, diskless: rscFlags.includes(FLAG_DISKLESS) }))
  // What a node with a disk says about a volume is worth more than what one without says.
  const vlms = resources
    .toSorted(
      (one, other) => Number(one.rscFlags.includes(FLAG_DISKLESS)) - Number(other.rscFlags.includes(FLAG_DISKLESS)),
    )
    .flatMap((resource) => resource.vlms)
  return {
    name: rscDfn.rscName,
    port: rscDfn.rscDfnPort,
    allowTwoPrimaries: propertiesOf(rscDfn.rscDfnProps)[allowTwoPrimariesKey] === 'yes',
    volumes: volumesOf(rscDfn, vlms),
    nodes,
  }
}

function volumesOf({ vlmDfns }: RscDfn, vlms: readonly Vlm[]): ResourceState['volumes'] {
  return new Map(
    vlmDfns.map(({ vlmNr = 0, vlmSize, vlmMinor }) => {
      const vlm = vlms.find((candidate) => candidate.vlmNr === vlmNr)
      return [
        vlmNr,
        {
          size: convertSize(vlmSize, 'KiB', 'B'),
          minor: vlmMinor ?? vlm?.vlmMinorNr,
          backingDisk: vlm?.backingDisk,
          devicePath: vlm?.devicePath,
          storagePoolName: vlm?.storPoolName,
        },
      ]
    }),
  )
}
