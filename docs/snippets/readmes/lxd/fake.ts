// #region shown
import { createLxd } from '@x/lxd'
import { createFakeLxd } from '@x/lxd/testing'

await using fake = await createFakeLxd({ pools: [{ name: 'default', driver: 'dir' }] })
await using lxd = createLxd(fake.connection)
fake.failNext({ status: 503, match: (request) => request.method === 'POST' })
// #endregion
