import type { CallOptions } from '@x/core-errors'
import { connectLinstor, expectList, expectSuccess, type Linstor } from '@x/linstor'
import { createFakeLinstor, type FakeLinstor } from '@x/linstor/testing'
import type { Random } from '../Random.ts'
import { createSubject, type Step, type Subject } from '../Subject.ts'
import type { World } from '../World.ts'

interface ResourceState {
  /** How many; the same request twice makes two. */
  volumes: number
  /** Nodes that it is deployed on, sorted. */
  nodes: string[]
  mark: string
}

const nodes = ['alpha', 'bravo']
const markKey = 'Aux/soak'

/** Resource definitions with volumes, properties and deployments, all over one TCP connection. */
export async function linstorWorld(): Promise<World> {
  const fake = await createFakeLinstor({
    apiVersion: 3, // with version 2 what is deleted may still be there when the answer has arrived
    nodes: nodes.map((name, index) => ({ name, address: `192.0.2.${index + 1}` })),
    storagePools: nodes.map((node) => ({ node, name: 'DfltStorPool', source: 'vg0' })),
  })
  const retry = { attempts: 3, baseDelayMs: 1, maxDelayMs: 5 }
  const linstor = await connectLinstor(fake.uri, { retry, connectTimeoutMs: 5_000 })
  return {
    name: 'linstor',
    subjects: Array.from({ length: 8 }, (_, index) => resource(linstor, `rsc-${index}`)),
    fail: (random) => fail(fake, random),
    calm: fake.clearFaults,
    forget: fake.clearRequests,
    async [Symbol.asyncDispose]() {
      await linstor.close()
      await fake.close()
    },
  }
}

function fail(fake: FakeLinstor, random: Random): void {
  const garble = random.pick(['message', 'header', 'frame'] as const)
  random.pick<() => void>([
    () => fake.failNext({ drop: 'before', reset: random.chance(0.5) }),
    () => fake.failNext({ drop: 'after', reset: random.chance(0.5) }),
    () => fake.failNext({ drop: 1 + random.below(60) }),
    () => fake.failNext({ hang: random.pick(['before', 'after']) }),
    () => fake.failNext({ delayMs: random.below(80) }),
    () => fake.failNext({ garble }),
    () => fake.failNext({ duplicate: true }),
    () => fake.failNext({ split: 1 + random.below(20) }),
    () => fake.failNext({ omit: random.pick(['EndOfImmediateAnswers', 'COMPLETE']) }),
    () => fake.failNextConnection({ drop: random.below(200), reset: random.chance(0.5) }),
    () => fake.failNextConnection({ silent: true }),
    () => fake.failNextConnection({ garble }),
    () => fake.failNextConnection({ split: 1 + random.below(20) }),
    () => fake.dropConnections(random.pick(['properly', 'reset'])),
  ])()
}

function resource(linstor: Linstor, name: string): Subject {
  const rscName = name
  async function read(options: CallOptions): Promise<ResourceState | null> {
    const { rscDfns } = expectList(await linstor.resourceDfnList({}, options))
    const found = rscDfns.find((each) => each.rscName === name)
    if (found === undefined) return null
    const { resources } = expectList(await linstor.resourceList({}, options))
    return {
      volumes: found.vlmDfns.length,
      nodes: resources.flatMap((each) => (each.name === name ? [each.nodeName ?? ''] : [])).sort(),
      mark: found.rscDfnProps.find(({ key }) => key === markKey)?.value ?? '',
    }
  }
  function step(state: ResourceState | null, random: Random): Step<ResourceState | null> {
    const nodeName = random.pick(nodes)
    const isOn = state?.nodes.includes(nodeName) ?? false
    const mark = String(random.below(1_000))
    const changed = (change: Partial<ResourceState>) => (state === null ? undefined : { ...state, ...change })
    return random.pick<Step<ResourceState | null>>([
      {
        name: 'define',
        after: state === null ? { volumes: 0, nodes: [], mark: '' } : undefined,
        run: async (options) => expectSuccess(await linstor.resourceDfnCreate({ name }, options)),
      },
      {
        name: 'add a volume',
        after: changed({ volumes: (state?.volumes ?? 0) + 1 }),
        run: async (options) => expectSuccess(await linstor.volumeDfnCreate({ rscName, size: 1_024 }, options)),
      },
      {
        name: 'mark',
        after: changed({ mark }),
        run: async (options) =>
          expectSuccess(await linstor.resourceDfnModify({ name, propertyDict: { [markKey]: mark } }, options)),
      },
      {
        name: `deploy on ${nodeName}`,
        after: isOn ? undefined : changed({ nodes: [...(state?.nodes ?? []), nodeName].sort() }),
        run: async (options) => expectSuccess(await linstor.resourceCreate({ rscName, nodeName }, options)),
      },
      {
        name: `remove from ${nodeName}`,
        after: isOn
          ? changed({ nodes: nodes.filter((each) => each !== nodeName && state?.nodes.includes(each)) })
          : undefined,
        run: async (options) => expectSuccess(await linstor.resourceDelete({ rscName, nodeName }, options)),
      },
      {
        name: 'delete',
        after: null,
        run: async (options) => expectSuccess(await linstor.resourceDfnDelete({ name }, options)),
      },
    ])
  }
  return createSubject({ name, initial: null, read, step })
}
