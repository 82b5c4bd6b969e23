import { createStorPool } from '@x/storpool'

// #region shown
import { createFakeStorPool } from '@x/storpool/testing'

await using fake = await createFakeStorPool({ volumes: [{ name: 'db-01', size: 4096 }] })
const storpool = createStorPool({ url: fake.url, token: fake.token })
fake.failNext({ status: 503 })
await storpool.volumesList() // succeeds at the second attempt
// #endregion
