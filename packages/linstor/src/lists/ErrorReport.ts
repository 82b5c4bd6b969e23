/** A report that a controller or satellite wrote about a problem of its own. */
export interface ErrorReport {
  /** Names it in replies, see `errorReportIds` there: `5B7D2A01-00000-000003`. Unique on its node only. */
  id: string
  /** Name of the file on its node. */
  filename: string
  /** Name of the node; `Controller` for the controller itself. */
  nodeName: string
  /** When it was written. */
  time: Date
  /** The report itself; empty unless it was asked for. */
  text: string
}
