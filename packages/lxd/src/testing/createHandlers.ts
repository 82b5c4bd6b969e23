import { eventHandlers } from './events/eventHandlers.js'
import { imageHandlers } from './images/imageHandlers.js'
import { consoleHandlers } from './instances/consoleHandlers.js'
import { execHandlers } from './instances/execHandlers.js'
import { fileHandlers } from './instances/fileHandlers.js'
import { instanceHandlers } from './instances/instanceHandlers.js'
import { instanceSnapshotHandlers } from './instances/instanceSnapshotHandlers.js'
import { instanceStateHandlers } from './instances/instanceStateHandlers.js'
import { logHandlers } from './instances/logHandlers.js'
import { metadataHandlers } from './instances/metadataHandlers.js'
import { operationHandlers } from './operations/operationHandlers.js'
import { profileHandlers } from './profiles/profileHandlers.js'
import { projectHandlers } from './projects/projectHandlers.js'
import type { FakeHandlers } from './protocol/FakeCall.js'
import { restHandlers } from './server/restHandlers.js'
import { serverHandlers } from './server/serverHandlers.js'
import { warningHandlers } from './server/warningHandlers.js'
import type { FakeState } from './state/FakeState.js'
import { backupHandlers } from './storage/backupHandlers.js'
import { poolHandlers } from './storage/poolHandlers.js'
import { snapshotHandlers } from './storage/snapshotHandlers.js'
import { volumeHandlers } from './storage/volumeHandlers.js'

/** The handlers of everything the fake does. */
export const createHandlers = (state: FakeState): FakeHandlers => ({
  ...restHandlers(),
  ...serverHandlers(state),
  ...warningHandlers(state),
  ...operationHandlers(state),
  ...eventHandlers(state),
  ...poolHandlers(state),
  ...volumeHandlers(state),
  ...snapshotHandlers(state),
  ...backupHandlers(state),
  ...profileHandlers(state),
  ...projectHandlers(state),
  ...imageHandlers(state),
  ...instanceHandlers(state),
  ...instanceStateHandlers(state),
  ...instanceSnapshotHandlers(state),
  ...logHandlers(state),
  ...metadataHandlers(state),
  ...fileHandlers(state),
  ...execHandlers(state),
  ...consoleHandlers(state),
})
