import { afterEach } from 'vitest'
import type { CreateFakePithosParameters } from '../../src/testing/createFakePithos.js'
import { startCloud, type TestCloud } from './startCloud.js'

/** Starts clouds that are closed after the test. */
export function useClouds(): (...setup: Parameters<typeof startCloud>) => Promise<TestCloud> {
  const clouds: TestCloud[] = []
  afterEach(async () => {
    await Promise.all(clouds.splice(0).map((cloud) => cloud[Symbol.asyncDispose]()))
  })
  return async (setup?: CreateFakePithosParameters, parameters?) => {
    const started = await startCloud(setup, parameters)
    clouds.push(started)
    return started
  }
}
