export type { MessageCodec } from './MessageCodec.js'
export type { MessageInput } from './MessageInput.js'
export { unknownFields } from './unknownFields.js'
