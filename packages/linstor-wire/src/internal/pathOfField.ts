import type { MessageShape } from './MessageShape.js'

/** Path of a field in errors: `Node.netInterfaces[1]`. */
export const pathOfField = ({ name, fields }: MessageShape, tag: number, index?: number): string =>
  `${name}.${fields[tag >>> 3] ?? `#${tag >>> 3}`}${index === undefined ? '' : `[${index}]`}`
