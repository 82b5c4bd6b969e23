import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdDownload } from '../LxdDownload.js'

/** The logs that the server keeps of an instance. */
export interface LxdInstanceLogs {
  /** The names of the log files. */
  all(options?: LxdCallOptions): Promise<string[]>
  /** Downloads a log file. @throws {LxdApiError} 400 on LXD 5.0 for a name that no log can have. */
  get(filename: string, options?: LxdCallOptions): Promise<LxdDownload>
  /** Deletes a log file. The configuration and log of the container itself stay: 400. */
  delete(filename: string, options?: LxdCallOptions): Promise<void>
  /** What the instance printed on its console, as far as the server kept it. */
  console(options?: LxdCallOptions): Promise<string>
  /** Forgets what the instance printed on its console. */
  clearConsole(options?: LxdCallOptions): Promise<void>
}
