import type { Lxd, LxdStorageVolume } from '@x/lxd'

declare const lxd: Lxd
declare const volume: LxdStorageVolume

// #region shown
await volume.rename('db-01', { pool: 'fast', onProgress: ({ percent, text }) => console.log(text ?? percent) })

for await (const event of await lxd.events({ types: ['lifecycle'], allProjects: true })) {
  if (event.type === 'gap') console.warn('events are missing here')
  if (event.type === 'lifecycle') console.log(event.project, event.metadata.action, event.metadata.source)
}
// #endregion
