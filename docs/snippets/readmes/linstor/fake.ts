import { connectLinstor } from '@x/linstor'
import { createFakeLinstor } from '@x/linstor/testing'

// #region shown
await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
fake.failNext({ call: 'LstNode', drop: 'after' })
await using linstor = await connectLinstor(fake.uri)
// #endregion
