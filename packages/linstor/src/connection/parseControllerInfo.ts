import type { ControllerInfo } from './ControllerInfo.js'

/** Splits the text that a controller introduces itself with; parts that are missing are empty. */
export function parseControllerInfo(text: string): ControllerInfo {
  const [program = '', module = '', version = '', gitCommit = '', ...buildTime] = text.split(',')
  return { text, program, module, version, gitCommit, buildTime: buildTime.join(',') }
}
