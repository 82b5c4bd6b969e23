// A fake controller in a process of its own, so that its work and its memory are not measured with the client's.
import { createFakeLinstor } from '@x/linstor/testing'

const fake = await createFakeLinstor()
process.send?.(fake.uri)
process.once('disconnect', () => process.exit())
