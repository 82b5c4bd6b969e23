import { createStorPool } from '@x/storpool'
import { createFakeStorPool } from '@x/storpool/testing'
import api from '../../../../../packages/storpool/spec/api.json' with { type: 'json' }
import { type Sample, samples } from '../../../../../packages/storpool/test/samples.ts'
import { callArguments, callPreparations, callSeeds } from '../../../../../packages/storpool/test/support/callScenes.ts'
import type { Check } from '../../Check.ts'
import { startProgram } from '../../python/startProgram.ts'
import { forBindings } from './forBindings.ts'

interface CallEntry {
  path: string
  arguments?: Record<string, string>
  json?: string
  member?: string
}

/** Every call that the bindings have, with what it needs and with everything it takes, each on a fresh fake. */
export async function* makeEveryCall(python: string): AsyncGenerator<Check> {
  await using program = startProgram(python, 'storpool_calls.py')
  for (const [name, entry] of Object.entries<CallEntry>(api.calls)) {
    for (const which of ['minimal', 'full'] as const) {
      await using fake = await createFakeStorPool({ ...callSeeds, buckets: { 'bucket-1': { 'key-1': 'value' } } })
      await callPreparations[name]?.(createStorPool({ ...fake, fetch }))
      const { port } = new URL(fake.url)
      program.send({
        call: name,
        port: Number(port),
        token: fake.token,
        multiCluster: which === 'full',
        ...split(entry, forBindings(argumentsOf(name, which))),
      })
      const { value, done } = await program.messages.next()
      if (done) return
      yield { name: `${name}, ${which}`, failure: (value as { failure?: string }).failure }
    }
  }
}

function argumentsOf(name: string, which: keyof Sample): Record<string, unknown> {
  return { ...samples[name]?.[which], ...callArguments[name]?.both, ...callArguments[name]?.[which] }
}

/** Parameters as the bindings take them: arguments of the path in their order, and the JSON argument. */
function split(entry: CallEntry, parameters: Record<string, unknown>): { arguments: unknown[]; json?: unknown } {
  const names = Object.keys(entry.arguments ?? {})
  const path = names.map((name) => parameters[name])
  if (entry.json === undefined) return { arguments: path }
  const rest = Object.fromEntries(Object.entries(parameters).filter(([name]) => !names.includes(name)))
  return { arguments: path, json: entry.member === undefined ? rest : rest[entry.member] }
}
