import { instanceConsoleDelete } from '../actions/instanceConsoleDelete.js'
import { instanceConsoleGet } from '../actions/instanceConsoleGet.js'
import { instanceLogDelete } from '../actions/instanceLogDelete.js'
import { instanceLogGet } from '../actions/instanceLogGet.js'
import { instanceLogsGet } from '../actions/instanceLogsGet.js'
import { readText } from '../internal/readText.js'
import { type InstancePlace, instanceArguments } from './InstancePlace.js'
import type { LxdInstanceLogs } from './LxdInstanceLogs.js'

/** Makes the manager of an instance's logs. */
export function createInstanceLogs(place: InstancePlace): LxdInstanceLogs {
  const here = () => instanceArguments(place)
  return Object.freeze<LxdInstanceLogs>({
    async all(options) {
      const paths = await instanceLogsGet(place.client, here(), options)
      return paths.map((path) => decodeURIComponent(new URL(path, 'http://lxd').pathname.split('/').at(-1) ?? ''))
    },
    get: (filename, options) => instanceLogGet(place.client, { ...here(), filename }, options),
    async delete(filename, options) {
      await instanceLogDelete(place.client, { ...here(), filename }, options)
    },
    async console(options) {
      const { stream } = await instanceConsoleGet(place.client, here(), options)
      return readText(stream, place.client.config.maxResponseBytes, 'instanceConsoleGet')
    },
    async clearConsole(options) {
      await instanceConsoleDelete(place.client, here(), options)
    },
  })
}
