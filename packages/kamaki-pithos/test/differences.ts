import type { Difference } from '@x-tooling/recorded'

const upload = 'test/upload.test.ts'
const download = 'test/download.test.ts'
const faults = 'test/faults.test.ts'
const flows = 'test/flowFixtures.test.ts'

/** Where calls do something else than those of kamaki 0.17, because that is a bug or a trap. */
export const differences: readonly Difference[] = [
  {
    there: '`download_to_string` and `stream_down` lose repeated blocks and fail at empty objects.',
    here: 'A repeated block is fetched once and stands wherever it belongs; an empty object is empty.',
    test: [download, 'fetch a block that occurs several times once'],
  },
  {
    there: 'An object that changes during a download leaves a mix of two versions.',
    here: 'Each block is asked for on the condition that nothing changed; the download begins anew.',
    test: [download, 'begin anew when the object is replaced'],
  },
  {
    there: 'Resuming takes a block for right that differs in zeros at its front.',
    here: 'Only zeros at the end are no part of a hash.',
    test: [download, 'take bytes for right that differ in zeros'],
  },
  {
    there: 'Ranges that begin within a block are written at wrong places; several of them as multipart text.',
    here: 'One after the other in streams and memory, at their own positions elsewhere; `100-` is understood.',
    test: [download, 'give ranges in order'],
  },
  {
    there: 'A download that finds nothing changed, or a condition that does not hold, raises a `KeyError`.',
    here: '`NotModifiedError` and `PreconditionFailedError`.',
    test: [download, 'say that nothing changed'],
  },
  {
    there: 'Nothing is compared with the top hash.',
    here: 'Hashmaps, blocks and the object that was made are.',
    test: [download, 'believe no hashmap'],
  },
  {
    there: 'Content-Disposition goes only with the first request of an upload and is lost.',
    here: 'All requests carry the same headers.',
    test: [upload, 'keep type, encoding, disposition'],
  },
  {
    there: 'Blocks that vanish before the last request of an upload are an error.',
    here: 'They are sent in another round.',
    test: [upload, 'send what the server lost'],
  },
  {
    there: 'Blocks that fail are repeated at once, also those that will always fail.',
    here: 'After pauses, and only what may succeed.',
    test: [faults, 'that stays down is given up'],
  },
  {
    there: 'Blocks for a directory of another account need a container of the same name.',
    here: '`blockContainer` names any own one.',
    test: [upload, 'go into the directory that another account shares'],
  },
  {
    there: '`purge_container` sends a fraction of a second, which the server ignores, and so deletes the container.',
    here: 'Whole seconds.',
    test: [flows, 'purge_container'],
  },
  {
    there: '`truncate_object` asks for one byte too many.',
    here: 'Exactly as many as are kept.',
    test: [flows, 'truncate_object'],
  },
]
