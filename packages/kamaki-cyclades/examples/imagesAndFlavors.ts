// Finds flavors with 2 CPUs, 20 GiB of disk and 2 GiB of RAM, and images called Debian.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createCompute } from '@x/kamaki-cyclades'

const compute = createCompute({ session: createSynnefoSession(configFromEnvironment()) })

const flavors = (await compute.listFlavors({ detail: true })).filter(
  ({ vcpus, disk, ram }) => vcpus === 2 && disk === 20 && ram === 2_048,
)
console.log(`${flavors.length} flavors match`)
for (const { id } of flavors) console.log(`\t${id}`)

const images = (await compute.listImages({ detail: true })).filter(({ name }) => name.toLowerCase().includes('debian'))
console.log(`${images.length} images match:`)
for (const { id } of images) console.log(`\t${id}`)
