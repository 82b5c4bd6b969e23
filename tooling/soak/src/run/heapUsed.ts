import { collectGarbage } from '@x-tooling/testkit'

/** Bytes in use on the heap, without what nobody needs any more. */
export async function heapUsed(): Promise<number> {
  await collectGarbage(20)
  return process.memoryUsage().heapUsed
}
