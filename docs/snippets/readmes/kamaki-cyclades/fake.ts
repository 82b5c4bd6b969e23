import { createManualClock } from '@x/core-errors/testing'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { createFakeCyclades } from '@x/kamaki-cyclades/testing'

// #region shown
const clock = createManualClock() // of @x/core-errors/testing
const cyclades = createFakeCyclades()
await using cloud = await createFakeSynnefo({ services: [cyclades], clock })
cyclades.state.failingServers = 1 // the next server ends in ERROR
// #endregion
