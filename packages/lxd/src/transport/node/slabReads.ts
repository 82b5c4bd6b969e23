import type { Socket } from 'node:net'

const smallest = 16_384
const largest = 262_144
// With less room than this a read would be cut short.
const leastRoom = 4_096

/** Where a socket of Node puts what it reads. */
interface OnRead {
  buffer(): Uint8Array
  callback(this: Socket, count: number, buffer: Uint8Array): boolean
}

/**
 * Lets one socket read into slabs that several chunks share, and that grow while reads fill them. Node by itself makes a
 * buffer of 64 KiB for each read and copies what was read out of it: in downloads that is most of the work.
 */
export function slabReads(): OnRead {
  let slab = Buffer.allocUnsafeSlow(smallest)
  let used = 0
  return {
    buffer() {
      if (slab.byteLength - used < leastRoom) {
        slab = Buffer.allocUnsafeSlow(slab.byteLength)
        used = 0
      }
      return slab.subarray(used)
    },
    callback(count, buffer) {
      used += count
      if (count === buffer.byteLength && slab.byteLength < largest) {
        slab = Buffer.allocUnsafeSlow(slab.byteLength * 2)
        used = 0
      }
      return this.push(buffer.subarray(0, count))
    },
  }
}
