import type { Buffers } from '../createWorkers.js'
import { raceAbort } from '../raceAbort.js'
import { findMissing } from './findMissing.js'
import { sendBlock } from './sendBlock.js'
import type { UploadJob } from './UploadJob.js'

// Blocks are held beyond those that may be under way, so that hashing never waits for the server, nor the server for it.
const aheadBytes = 33_554_432

/** Room for one block. */
export interface Slot {
  readonly buffer: Buffers
}

/** A block in memory. */
export interface HeldBlock {
  readonly hash: string
  /** Must stay as they are until the slot is free again. */
  readonly bytes: Uint8Array
  readonly slot: Slot
}

/** The blocks that an upload holds in memory: so many and no more. */
export interface BlockWindow {
  /** Waits for room. @throws what the upload failed with */
  readonly acquire: () => Promise<Slot>
  readonly release: (slot: Slot) => void
  /** Asks whether the server has a block, sends it if not, then lets it go. Asks about several at once if it can wait. */
  readonly offer: (block: HeldBlock) => void
  /** Waits until all that was offered or sent is done. @throws what the upload failed with */
  readonly settle: () => Promise<void>
  /** Sends a block, then lets it go. */
  readonly send: (block: HeldBlock) => void
}

/** Opens the window of an upload. */
export function createWindow(job: UploadJob): BlockWindow {
  const { workers, progress, options, info } = job
  const capacity = options.concurrency + 1 + Math.floor(aheadBytes / info.blockSize)
  const free: Slot[] = []
  let made = 0
  let wake = () => {}
  const release = (slot: Slot) => {
    free.push(slot)
    wake()
  }
  const acquire = async (): Promise<Slot> => {
    for (;;) {
      const slot = free.pop()
      if (slot !== undefined) return slot
      if (made < capacity) {
        made++
        return createSlot(info.blockSize)
      }
      askIfDue()
      await raceAbort(new Promise<void>((resolve) => (wake = resolve)), workers.signal)
    }
  }
  let sending = 0
  const send = (block: HeldBlock) => {
    sending++
    workers.add(async () => {
      await sendBlock(job, block.hash, block.bytes)
      sending--
      release(block.slot)
      askIfDue()
    })
  }

  // The fewer questions the better: while there are blocks enough to send, those to ask about gather.
  let batch: HeldBlock[] = []
  let isAsking = false
  let isSettling = false
  const askIfDue = () => {
    const isRunningOut = sending < options.concurrency
    if (isSettling || sending === 0 || (isRunningOut && batch.length >= capacity / 2)) ask()
  }
  const ask = () => {
    if (isAsking || batch.length === 0) return
    isAsking = true
    const asked = batch
    batch = []
    workers.add(async () => {
      const hashes = asked.map(({ hash }) => hash)
      const missing = await findMissing(job, hashes)
      isAsking = false
      for (const block of asked) {
        if (missing.has(block.hash)) {
          send(block)
        } else {
          progress.add({ skipped: block.bytes.length })
          release(block.slot)
        }
      }
      askIfDue()
    })
  }
  const offer = (block: HeldBlock) => {
    batch.push(block)
    askIfDue()
  }
  const settle = () => {
    isSettling = true
    ask()
    return workers.idle()
  }
  return { acquire, release, offer, send, settle }
}

function createSlot(size: number): Slot {
  let buffer: Uint8Array<ArrayBuffer> | undefined
  return {
    buffer: () => {
      buffer ??= new Uint8Array(size)
      return buffer
    },
  }
}
