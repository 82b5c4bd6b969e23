// Moves the container `pithos` to another project when its own has no room for 64 MiB more: PROJECT_ID, else the first
// that has. Then has `images` paid by the same project.
import { configFromEnvironment, createAstakos, createSynnefoSession, effectiveQuota } from '@x/kamaki-astakos'
import { createPithos } from '@x/kamaki-pithos'

const session = createSynnefoSession(configFromEnvironment())
const pithos = createPithos({ session, container: 'pithos' })

const needed = 64n * 2n ** 20n
const { policy, bytesUsed } = await pithos.getContainerInfo()
const own = policy.project ?? (await session.user()).id
const quotas = await createAstakos({ session }).getQuotas()
const freeIn = (project: string) => {
  const quota = quotas[project]?.['pithos.diskspace']
  return quota === undefined ? 0n : effectiveQuota(quota).free
}
const hasRoom = (project: string) => freeIn(project) >= BigInt(bytesUsed ?? 0) + needed
const wanted = process.env['PROJECT_ID'] ?? Object.keys(quotas).find(hasRoom)

if (freeIn(own) >= needed)
  console.log(`Quotas for container pithos are OK: ${freeIn(own)} bytes left in project ${own}`)
else if (wanted === undefined) throw new Error(`Project ${own} is full, and no other has room for the container`)
else {
  await pithos.reassignContainer({ projectId: wanted })
  console.log(`Container pithos is reassigned to project ${wanted}`)
}

const { policy: present } = await pithos.getContainerInfo()
const { policy: images } = await pithos.getContainerInfo({ container: 'images' })
if (present.project !== undefined && images.project !== present.project) {
  await pithos.reassignContainer({ container: 'images', projectId: present.project })
  console.log(`Container images is reassigned to project ${present.project}`)
}
