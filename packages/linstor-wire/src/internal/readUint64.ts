import { ProtocolError } from '@x/core-errors'
import type { Reader } from 'protobufjs/minimal.js'

/** Reads a varint of up to 64 bits without losing digits; what stands above bit 63 is dropped, as protobuf does. */
export function readUint64(reader: Reader): bigint {
  const { buf, len, pos: start } = reader
  let low = 0
  let high = 0
  let pos = start
  for (let shift = 0; shift < 70; shift += 7) {
    if (pos >= len) throw new ProtocolError('number is cut off')
    const byte = buf[pos++] as number
    const bits = byte & 127
    if (shift < 28) low |= bits << shift
    else if (shift === 28) {
      low |= bits << 28
      high = bits >>> 4
    } else high |= bits << (shift - 32)
    if (byte < 128) {
      reader.pos = pos
      return high === 0 ? BigInt(low >>> 0) : (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)
    }
  }
  throw new ProtocolError('number is longer than 10 bytes')
}
