// Run as packed by every runtime and by a browser: an upload, the same again, and a download, without a port.
import { createSynnefoSession } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { createPithos } from '@x/kamaki-pithos'
import { createFakePithos } from '@x/kamaki-pithos/testing'

const fake = await createFakeSynnefo({ listen: false, services: [createFakePithos({ blockSize: 1024 })] })
const { url, token, fetch } = fake
const pithos = createPithos({ session: createSynnefoSession({ url, token, fetch }), container: 'pithos' })
await pithos.createContainer()
const source = Uint8Array.from({ length: 5000 }, (_, index) => (index * 31) >> 5)
const first = await pithos.upload({ obj: 'a', source: new Blob([source]) })
const second = await pithos.upload({ obj: 'b', source })
if (first.hash !== second.hash || second.sent !== 0) throw new Error(`${second.sent} bytes were sent again`)
const { data, isVerified } = await pithos.download({ obj: 'b', target: 'bytes' })
if (data.join() !== source.join() || !isVerified) throw new Error('other bytes came back')
await fake.close()
console.log('done')
