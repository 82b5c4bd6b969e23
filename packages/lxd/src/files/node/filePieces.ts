import { open } from 'node:fs/promises'

const pieceBytes = 1_048_576

/**
 * The content of a local file, piece by piece; one is read while the one before is being sent.
 *
 * @param reusesBuffers - Whether a piece has been used when the next is asked for, so that two buffers are enough.
 */
export async function* filePieces(path: string, reusesBuffers: boolean): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  await using file = await open(path, 'r')
  const buffers: Uint8Array<ArrayBuffer>[] = []
  const read = async (index: number): Promise<Uint8Array<ArrayBuffer>> => {
    const buffer = buffers[index % 2] ?? new Uint8Array(pieceBytes)
    if (reusesBuffers) buffers[index % 2] = buffer
    let filled = 0
    while (filled < pieceBytes) {
      const { bytesRead } = await file.read(buffer, filled, pieceBytes - filled, index * pieceBytes + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return buffer.subarray(0, filled)
  }
  let reading = read(0)
  for (let index = 0; ; index++) {
    const piece = await reading
    if (piece.byteLength > 0) {
      if (piece.byteLength === pieceBytes) reading = read(index + 1)
      reading.catch(() => {}) // thrown where it is awaited
      yield piece
    }
    if (piece.byteLength < pieceBytes) return
  }
}
