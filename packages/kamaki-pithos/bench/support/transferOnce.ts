/** Does one transfer in a process of its own and answers the most memory that it took, in MiB. */
import { createSynnefoSession } from '@x/kamaki-astakos'
import { createPithos } from '@x/kamaki-pithos'
import { downloadFile, uploadFile } from '@x/kamaki-pithos/node'

const [url = '', token = '', work = '', file = ''] = process.argv.slice(2)
const pithos = createPithos({ session: createSynnefoSession({ url, token }), container: 'pithos' })
await pithos.upload({ obj: 'small', source: new Uint8Array(10) })
await pithos.download({ obj: 'small', target: 'bytes' })
if (work === 'upload') await uploadFile(pithos, { obj: 'again', file })
if (work === 'download') await downloadFile(pithos, { obj: 'again', file })
process.send?.(process.resourceUsage().maxRSS / 1024, () => process.exit())
