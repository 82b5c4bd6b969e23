// Everything I have: containers with the project that pays for them, and their objects with type and size.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createPithos } from '@x/kamaki-pithos'

const pithos = createPithos({ session: createSynnefoSession(configFromEnvironment()) })

for await (const { name: container, count, bytes, x_container_policy: policy } of pithos.listContainers()) {
  console.log(`${container}: ${count} objects, ${bytes} bytes, paid by project ${policy?.project}`)
  for await (const entry of pithos.listObjects({ container })) {
    if (entry.name !== undefined) console.log(`\t${entry.name}\t${entry.content_type}\t${entry.bytes} bytes`)
  }
}
