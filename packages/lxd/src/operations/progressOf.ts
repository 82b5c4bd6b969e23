import type { Operation } from '../schemas/Operation.js'
import type { LxdProgress } from './LxdProgress.js'

/** Reads what an operation says about its progress: numbers as texts in `progress`, a sentence in `<stage>_progress`. */
export function progressOf(operation: Operation): LxdProgress {
  const { metadata } = operation
  const { progress } = metadata as { progress?: { percent?: unknown; speed?: unknown; stage?: unknown } }
  const text = Object.entries(metadata).find(([key]) => key.endsWith('_progress'))?.[1]
  return {
    operation,
    percent: numberOf(progress?.percent),
    bytesPerSecond: numberOf(progress?.speed),
    stage: typeof progress?.stage === 'string' ? progress.stage : undefined,
    text: typeof text === 'string' ? text : undefined,
  }
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
