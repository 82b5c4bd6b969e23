// #region shown
import { createAstakos, effectiveQuota, isSynnefoApiError } from '@x/kamaki-astakos'

const astakos = createAstakos({ url: 'https://accounts.example.org/identity/v2.0', token: process.env.TOKEN! })
try {
  const { user } = await astakos.authenticate()
  const quotas = await astakos.getQuotas()
  console.log(`${user.name} can make ${effectiveQuota(quotas[user.id]!['cyclades.vm']!).free} more servers`)
} catch (error) {
  if (!isSynnefoApiError(error) || error.status !== 401) throw error
  console.error(`The token is not accepted: ${error.message}`)
}
// #endregion
