import { isProtocolError } from '@x/core-errors'
import { expect, test } from 'vitest'
import api from '../spec/api.json' with { type: 'json' }
import { type AnyCallOptions, createStorPool, issuesOf, type StorPool } from '../src/index.js'
import { createFakeStorPool, type FakeStorPool } from '../src/testing/index.js'
import { type Sample, samples } from './samples.js'
import { callArguments, callPreparations, callSeeds } from './support/callScenes.js'

const names = Object.keys(api.calls)
const argumentsOf = (name: string, which: keyof Sample): object | undefined => {
  const sample = samples[name]?.[which]
  return sample && { ...sample, ...callArguments[name]?.both, ...callArguments[name]?.[which] }
}

function make(
  storpool: StorPool,
  name: string,
  parameters: object | undefined,
  options: AnyCallOptions,
): Promise<unknown> {
  const method: unknown = Reflect.get(storpool, name)
  if (typeof method !== 'function') throw new Error(`there is no call ${name}`)
  return parameters === undefined ? method(options) : method(parameters, options)
}

async function ready(name: string, multiCluster = false): Promise<{ fake: FakeStorPool; storpool: StorPool }> {
  const fake = await createFakeStorPool({ ...callSeeds, listen: false })
  const storpool = createStorPool({ ...fake, multiCluster, validation: 'strict', retry: false })
  await callPreparations[name]?.(storpool)
  return { fake, storpool }
}

test.each(names)('%s succeeds with what it needs, and its answer fits its type', async (name) => {
  const { storpool } = await ready(name)
  const answer = await make(storpool, name, argumentsOf(name, 'minimal'), {})
  expect(issuesOf(Object(answer))).toEqual([])
})

test.each(names)('%s succeeds with everything it takes, on all clusters where it can', async (name) => {
  const { fake, storpool } = await ready(name, true)
  await make(storpool, name, argumentsOf(name, 'full'), {})
  const isMulti = Object.hasOwn((api.calls as Record<string, object>)[name]!, 'multiCluster')
  expect(fake.requests.at(-1)?.path.includes('/MultiCluster/')).toBe(isMulti)
})

test.each(names)('%s tells a refusal, an answer that is none, and an abort apart', async (name) => {
  const { fake, storpool } = await ready(name)
  const parameters = argumentsOf(name, 'minimal')
  fake.failNext({ status: 400, error: { name: 'objectDoesNotExist', descr: 'It is not there.' } })
  await expect(make(storpool, name, parameters, {})).rejects.toMatchObject({
    name: 'StorPoolApiError',
    code: 'objectDoesNotExist',
    operation: name,
    status: 400,
    transient: false,
  })
  fake.failNext({ status: 502, body: '<html>Bad gateway</html>' })
  await expect(make(storpool, name, parameters, {})).rejects.toSatisfy(isProtocolError)
  fake.failNext({ hang: true })
  const abort = new AbortController()
  const call = make(storpool, name, parameters, { signal: abort.signal })
  const reason = new Error('enough')
  abort.abort(reason)
  await expect(call).rejects.toBe(reason)
})
