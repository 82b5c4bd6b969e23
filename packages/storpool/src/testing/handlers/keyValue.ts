import type { KvsGetParameters } from '../../actions/kvsGet.js'
import type { KvsUpdateParameters } from '../../actions/kvsUpdate.js'
import type { ApiOk } from '../../schemas/ApiOk.js'
import type { KeyValueBucket } from '../../schemas/KeyValueBucket.js'
import type { FakeCluster } from '../FakeCluster.js'
import { alreadyExists, doesNotExist, Refusal } from '../Refusal.js'

type Named = { bucketName: string }

function pairsOf(entries: Iterable<[string, string]>): Record<string, string> {
  const pairs: Record<string, string> = Object.create(null)
  for (const [key, value] of entries) pairs[key] = value
  return pairs
}

export const keyValueHandlers = {
  kvsBuckets: (cluster: FakeCluster) => ({
    buckets: Object.fromEntries([...cluster.buckets].map(([name, { version }]) => [name, version])),
  }),
  kvsList: (cluster: FakeCluster, { bucketName: name }: Named): KeyValueBucket => {
    const { version, pairs } = cluster.bucket(name)
    return { name, version, pairs: pairsOf(pairs) }
  },
  kvsGet: (cluster: FakeCluster, { bucketName: name, keyName }: KvsGetParameters): KeyValueBucket => {
    const { version, pairs } = cluster.bucket(name)
    const value = pairs.get(keyName)
    if (value === undefined) throw doesNotExist(`Key of bucket ${name}`, keyName)
    return { name, version, pairs: pairsOf([[keyName, value]]) }
  },
  kvsCreate: (cluster: FakeCluster, { bucketName }: Named): ApiOk => {
    if (cluster.buckets.has(bucketName)) throw alreadyExists('Bucket', bucketName)
    cluster.buckets.set(bucketName, { version: 1n, pairs: new Map() })
    return cluster.changed()
  },
  kvsDelete: (cluster: FakeCluster, { bucketName }: Named): ApiOk => {
    cluster.bucket(bucketName)
    cluster.buckets.delete(bucketName)
    return cluster.changed()
  },
  kvsUpdate: (cluster: FakeCluster, { bucketName, runIfVersionIs, set = {} }: KvsUpdateParameters): ApiOk => {
    const bucket = cluster.bucket(bucketName)
    if (runIfVersionIs != null && BigInt(runIfVersionIs) !== bucket.version) {
      throw new Refusal('runIfVersionIsMismatch', `Bucket ${bucketName} has version ${bucket.version}.`, 409)
    }
    for (const [key, value] of Object.entries(set)) {
      if (value === '') bucket.pairs.delete(key)
      else bucket.pairs.set(key, value)
    }
    bucket.version++
    return cluster.changed()
  },
}
