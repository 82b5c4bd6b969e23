import type { Pithos } from '@x/kamaki-pithos'

declare const pithos: Pithos

// #region shown
import { downloadFile, sync, uploadFile } from '@x/kamaki-pithos/node'

await uploadFile(pithos, { file: 'disk.img', obj: 'images/disk.img' }, { onProgress: console.log })
await downloadFile(pithos, { obj: 'images/disk.img', file: 'copy.img' })
await sync(pithos, { directory: 'photos', prefix: 'photos', direction: 'up', delete: true })
// #endregion
