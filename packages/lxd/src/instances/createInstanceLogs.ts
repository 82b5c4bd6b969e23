import { instanceConsoleDelete } from '../actions/instanceConsoleDelete.js'
import { instanceConsoleGet } from '../actions/instanceConsoleGet.js'
import { instanceLogDelete } from '../actions/instanceLogDelete.js'
import { instanceLogGet } from '../actions/instanceLogGet.js'
import { instanceLogsGet } from '../actions/instanceLogsGet.js'
import { isLxdApiError } from '../errors/LxdApiError.js'
import { readText } from '../internal/readText.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import { parseResourcePath } from '../parseResourcePath.js'
import { type InstancePlace, instanceArguments } from './InstancePlace.js'
import type { LxdInstanceLogs } from './LxdInstanceLogs.js'

/** Makes the manager of an instance's logs. */
export function createInstanceLogs(place: InstancePlace): LxdInstanceLogs {
  const here = () => instanceArguments(place)
  return Object.freeze<LxdInstanceLogs>({
    async all(options) {
      return (await instanceLogsGet(place.client, here(), options)).map((path) => parseResourcePath(path).name)
    },
    get: (filename, options) => instanceLogGet(place.client, { ...here(), filename }, options),
    async delete(filename, options) {
      await instanceLogDelete(place.client, { ...here(), filename }, options)
    },
    console: (options) => consoleLog(place, options),
    async clearConsole(options) {
      await instanceConsoleDelete(place.client, here(), options)
    },
  })
}

async function consoleLog(place: InstancePlace, options: LxdCallOptions | undefined): Promise<string> {
  try {
    const { stream } = await instanceConsoleGet(place.client, instanceArguments(place), options)
    return await readText(stream, place.client.config.maxResponseBytes, 'instanceConsoleGet')
  } catch (error) {
    // LXD 5.0 says so when nothing was printed since the log was cleared.
    if (isLxdApiError(error) && error.status === 500 && /no such file/.test(error.description)) return ''
    throw error
  }
}
