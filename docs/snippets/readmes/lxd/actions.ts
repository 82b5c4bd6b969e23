// #region shown
import { createLxdClient } from '@x/lxd'
import { storagePoolVolumesTypeGetRecursion1 } from '@x/lxd/actions'

const client = createLxdClient({ socketPath: '/var/lib/lxd/unix.socket' })
const volumes = await storagePoolVolumesTypeGetRecursion1(client, { poolName: 'default', type: 'custom' })
// #endregion
