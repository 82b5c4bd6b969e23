// #region shown
import { connectLinstor, expectSuccess, isLinstorApiError } from '@x/linstor'

await using linstor = await connectLinstor('linstor://node-a,node-b')
try {
  expectSuccess(await linstor.nodeCreate({ nodeName: 'alpha', nodeType: 'Satellite', ip: '192.0.2.1' }))
  for (const { name, type } of (await linstor.nodeListRaise()).nodes) console.log(name, type)
} catch (error) {
  if (!isLinstorApiError(error)) throw error
  for (const { message, cause } of error.replies) console.error(message, cause)
}
// #endregion
