import type { RetryOptions } from '@x/core-errors'
import { isNotFoundError, type Pithos } from '@x/kamaki-pithos'
import { createSubject, type Step, type Subject } from '../../Subject.ts'

/** Most bytes of an upload; the store's blocks are 1,024. */
const longest = 3_000

/** An object of the store with its content. */
export function storedObject(store: Pithos, obj: string, retry: RetryOptions): Subject {
  return createSubject<string | null>({
    name: obj,
    initial: null,
    async read(options) {
      try {
        // Without mustVerify, a last block that is damaged in the same way twice counts as one that was cut on the server.
        return new TextDecoder().decode(await store.downloadToString({ obj, mustVerify: true }, { ...options, retry }))
      } catch (error) {
        if (isNotFoundError(error)) return null
        throw error
      }
    },
    step(content, random) {
      const text = String.fromCharCode(97 + random.below(26)).repeat(random.below(longest))
      const more = String(random.below(1_000))
      return random.pick<Step<string | null>>([
        {
          name: 'upload',
          after: text,
          steps: 'several',
          run: (options) => store.upload({ obj, source: new Blob([text]) }, { ...options, retry }),
        },
        {
          name: 'append',
          after: content === null ? undefined : content + more,
          steps: 'several',
          run: (options) => store.appendObject({ obj, sourceFile: new Blob([more]) }, options),
        },
        {
          name: 'delete',
          after: content === null ? undefined : null,
          run: (options) => store.deleteObject({ obj }, options),
        },
      ])
    },
  })
}
