import { instanceExecOutputDelete } from '../actions/instanceExecOutputDelete.js'
import { instanceExecOutputGet } from '../actions/instanceExecOutputGet.js'
import { instanceLogDelete } from '../actions/instanceLogDelete.js'
import { instanceLogGet } from '../actions/instanceLogGet.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdDownload } from '../LxdDownload.js'
import { parseResourcePath } from '../parseResourcePath.js'
import type { ExecTarget } from './ExecParameters.js'

/** An output of a command that the server wrote to a file. */
export interface RecordedOutput {
  /** Its name among the instance's logs, or (newer servers) its recorded outputs. */
  readonly filename: string
  /** Downloads it. @throws {LxdApiError} status 500 on LXD 5.0 when it has been deleted. */
  download(options?: LxdCallOptions): Promise<LxdDownload>
  /** The whole of it as UTF-8 text. */
  text(options?: LxdCallOptions): Promise<string>
  /** Deletes it. */
  delete(options?: LxdCallOptions): Promise<void>
}

/**
 * Makes the object of a recorded output.
 *
 * @param path - Where the server says it is; LXD 5.0 keeps such outputs with the logs, newer servers in a place of their own.
 */
export function recordedOutput(
  client: LxdClient,
  { instanceName, project }: ExecTarget,
  path: unknown,
): RecordedOutput | undefined {
  if (typeof path !== 'string') return undefined
  const { name: filename, segments } = parseResourcePath(path)
  const isApart = segments.at(-2) === 'exec-output'
  const parameters = { instanceName, project, filename }
  const download = (options?: LxdCallOptions) =>
    (isApart ? instanceExecOutputGet : instanceLogGet)(client, parameters, options)
  return {
    filename,
    download,
    text: async (options) => new Response((await download(options)).stream).text(),
    async delete(options) {
      await (isApart ? instanceExecOutputDelete : instanceLogDelete)(client, parameters, options)
    },
  }
}
