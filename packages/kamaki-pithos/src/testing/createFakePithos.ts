import { nodeModule } from '@x/core-errors/testing'
import type { FakeCloud, FakeService } from '@x/kamaki-astakos/testing'
import { createBlockHasher } from '../hashing/createBlockHasher.js'
import { handlePublic, handleRequest } from './server/handleRequest.js'
import { lookUpFile } from './store/lookUpFile.js'
import { PithosStore } from './store/PithosStore.js'

/** How a fake object store is set up; the defaults are those of the service. */
export interface CreateFakePithosParameters {
  /** In bytes. @default 4_194_304 (4 MiB) */
  blockSize?: number | undefined
  /** @default 'sha256' */
  blockHash?: string | undefined
  /** Whether the service computes MD5 sums and answers them as `ETag`. Needs Node, Bun or Deno. @default false */
  md5Checksums?: boolean | undefined
  /** Entries of a listing at most. @default 10_000 */
  listingLimit?: number | undefined
  /** Path below the cloud's origin, without the version. @default '/pithos/object-store' */
  path?: string | undefined
  /** What the addresses of published objects begin with. @default beside `path`: `<origin>/pithos/public` */
  publicUrl?: string | undefined
}

/** A fake object store: give it to `createFakeSynnefo({ services: [pithos] })`. */
export interface FakePithos {
  (cloud: FakeCloud): readonly FakeService[]
  /** Every block that the service has, by its hash, without the zeros at its end. */
  readonly blocks: ReadonlyMap<string, Uint8Array>
  /** Forgets a block, as if it had been collected as garbage. @returns Whether there was one. */
  readonly forgetBlock: (hash: string) => boolean
}

/**
 * Makes an object store that answers as Synnefo 0.21 does: hashmaps and blocks stored once, versions, sharing, public
 * addresses, ranges, conditions, copies, quotas, history and web forms. It joins a cloud that `createFakeSynnefo()` of
 * `@x/kamaki-astakos/testing` makes.
 *
 * @example
 * const pithos = createFakePithos({ blockSize: 1024 })
 * await using cloud = await createFakeSynnefo({ services: [pithos] })
 */
export function createFakePithos(parameters: CreateFakePithosParameters = {}): FakePithos {
  const { blockSize = 4_194_304, blockHash = 'sha256', path = '/pithos/object-store' } = parameters
  const publicPath = `${path.replace(/\/[^/]*$/, '')}/public`
  const { md5Checksums = false, listingLimit = 10_000, publicUrl } = parameters
  const hasher = createBlockHasher(blockHash)
  const md5 = (chunks: Iterable<Uint8Array>) => {
    const digest = nodeModule<typeof import('node:crypto')>('node:crypto').createHash('md5')
    for (const chunk of chunks) digest.update(chunk)
    return digest.digest('hex')
  }
  let store: PithosStore | undefined
  const join = (cloud: FakeCloud): readonly FakeService[] => {
    const joined = new PithosStore(cloud, {
      blockSize,
      hasher,
      md5,
      md5Checksums,
      listingLimit,
      path,
      publicUrl: () => publicUrl ?? cloud.origin() + publicPath,
    })
    store = joined
    // Where the image service of the cloud finds the files of images.
    cloud.files.lookUp = (user, ...location) => lookUpFile(joined, user, location)
    const handle = (request: Request) => {
      const isPublic = new URL(request.url).pathname.startsWith(`${publicPath}/`)
      return isPublic ? handlePublic(joined, request, publicPath) : handleRequest(joined, request)
    }
    return [
      {
        catalog: { name: 'pithos_object-store', type: 'object-store', versionId: 'v1', path },
        paths: [publicPath],
        handle,
      },
    ]
  }
  return Object.defineProperties(join, {
    blocks: { get: () => store?.blocks.blocks ?? new Map() },
    forgetBlock: { value: (hash: string) => store?.blocks.blocks.delete(hash) ?? false },
  }) as FakePithos
}
