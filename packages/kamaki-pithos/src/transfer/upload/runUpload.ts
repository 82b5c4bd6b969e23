import type { HttpCallOptions } from '@x/core-errors'
import { encodePath } from '@x/kamaki-astakos/http'
import { getContainerInfo } from '../../actions/getContainerInfo.js'
import { getObjectInfo } from '../../actions/getObjectInfo.js'
import type { PithosClient } from '../../createPithosClient.js'
import { isNotFoundError } from '../../errors/NotFoundError.js'
import { createBlockHasher } from '../../hashing/createBlockHasher.js'
import { booleanHeader } from '../../headers/booleanHeader.js'
import { escapeHeader } from '../../headers/escapeHeader.js'
import { metadataHeaders } from '../../headers/metadataHeaders.js'
import { plainHeader } from '../../headers/plainHeader.js'
import { resolveTarget } from '../../internal/resolveTarget.js'
import type { ContainerTarget, ObjectTarget } from '../../internal/Target.js'
import { sharingHeader } from '../../sharing/sharingHeader.js'
import { createProgress } from '../createProgress.js'
import { createWorkers } from '../createWorkers.js'
import { resolveTransfer } from '../resolveTransfer.js'
import type { TransferOptions } from '../TransferOptions.js'
import type { UploadResult } from '../UploadResult.js'
import { toRandomAccess } from './toRandomAccess.js'
import type { UploadJob } from './UploadJob.js'
import type { UploadParameters, UploadProperties } from './UploadParameters.js'
import { uploadRandomAccess } from './uploadRandomAccess.js'
import { uploadStream } from './uploadStream.js'

/** Runs one upload from beginning to end. */
export async function runUpload(
  client: PithosClient,
  parameters: UploadParameters,
  options: TransferOptions,
): Promise<UploadResult> {
  const resolved = resolveTransfer(options)
  const { source } = parameters
  const random = toRandomAccess(source)
  propertyHeaders(parameters, random?.type) // refuses what can't be sent before anything is
  options.signal?.throwIfAborted()
  const target = await resolveTarget(client, 'object', parameters, options)
  encodePath(target.path) // refuses a name that can't be sent
  const call = { ...resolved.call, signal: options.signal }
  const kept = parameters.keepProperties ? await presentProperties(client, target, call) : {}
  const metadata = { ...kept.metadata, ...parameters.metadata }
  const headers = propertyHeaders({ ...kept, ...given(parameters), metadata }, random?.type)
  const info =
    parameters.blockInfo ?? (await getContainerInfo(client, target, { ...resolved.call, signal: options.signal }))
  const workers = createWorkers(resolved.concurrency, () => info.blockSize, options.signal)
  const progress = createProgress('hashing', random?.size, options.onProgress)
  try {
    const job: UploadJob = {
      client,
      target,
      blockTarget: await blockTargetOf(client, parameters, target.container),
      info,
      hasher: createBlockHasher(info.blockHash),
      options: resolved,
      progress,
      workers,
      headers,
      isConditional: headers['if-match'] !== undefined || headers['if-none-match'] !== undefined,
    }
    const { written, hash, bytes } =
      random !== undefined
        ? await uploadRandomAccess(job, random)
        : await uploadStream(job, source as ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>)
    progress.add({ phase: 'done' })
    const { transferred, skipped } = progress.current()
    return { ...written, hash, bytes, sent: transferred, skipped }
  } catch (error) {
    await workers.stop(error)
    // The first failure of a worker is the reason for all others.
    throw workers.signal.reason ?? error
  } finally {
    await workers.stop(new Error('the upload is over'))
  }
}

async function presentProperties(
  client: PithosClient,
  target: ObjectTarget,
  call: HttpCallOptions,
): Promise<UploadProperties> {
  const info = await getObjectInfo(client, target, call).catch((error: unknown) => {
    if (isNotFoundError(error)) return undefined
    throw error
  })
  if (info === undefined) return {}
  const { contentType, contentEncoding, contentDisposition, meta } = info
  return { contentType: contentType || undefined, contentEncoding, contentDisposition, metadata: meta }
}

// What is `undefined` must not hide what is kept.
const given = (properties: UploadProperties): UploadProperties =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))

function propertyHeaders(properties: UploadProperties, sourceType: string | undefined): UploadJob['headers'] {
  const { contentType = sourceType ?? 'application/octet-stream', contentEncoding, contentDisposition } = properties
  return {
    'content-type': plainHeader('contentType', contentType),
    'content-encoding': contentEncoding === undefined ? undefined : escapeHeader(contentEncoding),
    'content-disposition': contentDisposition === undefined ? undefined : escapeHeader(contentDisposition),
    'x-object-sharing': sharingHeader(properties.sharing),
    'x-object-public': booleanHeader(properties.public),
    'if-match': plainHeader('ifEtagMatch', properties.ifEtagMatch),
    'if-none-match': properties.ifNotExist ? '*' : undefined,
    ...metadataHeaders('x-object-meta-', properties.metadata),
  }
}

// Only owners may send blocks: those of an object in another account go to the client's own one.
async function blockTargetOf(
  client: PithosClient,
  { account, blockAccount, blockContainer }: UploadParameters,
  container: string,
): Promise<ContainerTarget> {
  const own =
    account === undefined ? client.config.account : (client.config.account ?? (await client.session.user()).id)
  return { account: blockAccount ?? own, container: blockContainer ?? container }
}
