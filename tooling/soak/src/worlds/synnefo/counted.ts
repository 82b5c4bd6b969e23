import type { CallOptions } from '@x/core-errors'
import { createSubject, type Subject } from '../../Subject.ts'

/** How things of which there may be many are listed, made and removed. */
export interface CountedCalls {
  list(options: CallOptions): Promise<readonly { id: string }[]>
  create(options: CallOptions): Promise<unknown>
  remove(id: string, options: CallOptions): Promise<unknown>
}

const most = 4

/** Things that the service lets have the same name: the same request twice makes two of them. */
export function counted(name: string, { list, create, remove }: CountedCalls): Subject {
  return createSubject<number>({
    name,
    initial: 0,
    read: async (options) => (await list(options)).length,
    step(count, random) {
      if (count === 0 || (count < most && random.chance(0.5))) return { name: 'create', after: count + 1, run: create }
      return {
        name: 'delete one',
        after: count - 1,
        steps: 'several',
        async run(options) {
          const [first] = await list(options)
          if (first !== undefined) await remove(first.id, options)
        },
      }
    },
  })
}
