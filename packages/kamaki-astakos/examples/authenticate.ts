// Who am I? Asks the identity service about a token.
import { configFromEnvironment, createAstakos, isSynnefoApiError } from '@x/kamaki-astakos'

const astakos = createAstakos(configFromEnvironment())

try {
  const { user } = await astakos.authenticate()
  console.log(`Authentication was successful for ${user.name}, with uuid ${user.id}`)
} catch (error) {
  if (!isSynnefoApiError(error) || error.status !== 401) throw error
  console.log(`Authentication failed, ${error.message}`)
}
