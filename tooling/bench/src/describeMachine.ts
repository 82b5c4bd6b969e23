import { availableParallelism, cpus, totalmem } from 'node:os'

/** Where numbers were measured. */
export interface Machine {
  cpu: string
  cores: number
  memoryGiB: number
  system: string
  runtime: string
}

/** The machine and runtime of this process. */
export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() || 'unknown CPU',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    runtime: `Node ${process.versions.node} (V8 ${process.versions.v8})`,
  }
}
