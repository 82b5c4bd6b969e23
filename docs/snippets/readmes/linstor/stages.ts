import type { Linstor } from '@x/linstor'

declare const linstor: Linstor

// #region shown
for await (const { message } of linstor.resourceCreate({ nodeName: 'alpha', rscName: 'web' })) console.log(message)
// #endregion
