declare const url: string
declare const token: string

// #region shown
import { createStorPool } from '@x/storpool'

const storpool = createStorPool({ url, token })
await storpool.volumeCreate({ name: 'db-02', template: 'hybrid' })
await storpool.snapshotCreate({ volumeName: 'db-02', name: 'db-02.first' })
await storpool.volumesReassignWait({ reassign: [{ volume: 'db-02', rw: [1] }] })
await storpool.clientConfigWait({ clientId: 1 }, { timeoutMs: Number.POSITIVE_INFINITY })
// #endregion
