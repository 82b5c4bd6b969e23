import { type Linstor, openResource, Volume } from '@x/linstor'

declare const linstor: Linstor

// #region shown
const web = await openResource(linstor, { name: 'web' })
web.setVolume(0, new Volume('10 GiB'))
await web.autoplace({ rollback: true })
console.log(web.diskfulNodes(), web.volumes.get(0)?.devicePath)
// #endregion
