import type { MsgErrorReport } from '@x/linstor-wire/messages/MsgErrorReport'
import type { ErrorReport } from './ErrorReport.js'

/** An error report as users see it. A file name of an unusual form is the id as it is. */
export const toErrorReport = ({
  filename,
  nodeNames: nodeName,
  errorTime,
  text = '',
}: MsgErrorReport): ErrorReport => ({
  id: /^ErrorReport-(.+)\.log$/s.exec(filename)?.[1] ?? filename,
  filename,
  nodeName,
  time: new Date(errorTime),
  text,
})
