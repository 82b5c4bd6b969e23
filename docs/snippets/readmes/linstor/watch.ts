import type { Linstor } from '@x/linstor'

declare const linstor: Linstor

// #region shown
for await (const event of linstor.watchEvents({ resourceName: 'web', reconnect: true })) {
  if (event.kind === 'gap') console.log('some events are missing')
  else if (event.eventName === 'VlmDiskState') console.log(event.nodeName, event.data?.diskState)
}
// #endregion
