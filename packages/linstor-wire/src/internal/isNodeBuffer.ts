interface NativeText {
  utf8Write(text: string, offset: number): number
  utf8Slice(start: number, end: number): string
}

/** Tells whether bytes are a `Buffer`, whose native methods for texts protobufjs uses as well. */
export const isNodeBuffer = (bytes: Uint8Array): bytes is Uint8Array & NativeText => 'utf8Write' in bytes
