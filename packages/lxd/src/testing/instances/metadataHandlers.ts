import { bytesAnswer } from '../protocol/bytesAnswer.js'
import { checkIfMatch } from '../protocol/checkIfMatch.js'
import { doneAnswer } from '../protocol/doneAnswer.js'
import { entityTag } from '../protocol/entityTag.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { pathOf } from '../protocol/pathOf.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeInstance, FakeMetadata } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import { findInstance } from './findInstance.js'

/** The metadata that instances have from their image, and their templates. */
export function metadataHandlers(state: FakeState): FakeHandlers {
  const changed = ({ name, project }: FakeInstance, action: string, context?: Record<string, unknown>) => {
    const source = pathOf(['instances', name], project)
    state.events.lifecycle(`instance-metadata-${action}`, { source, project, context })
  }
  const update = async (call: FakeCall, isPatch: boolean) => {
    const instance = findInstance(state, call)
    const body = await call.json('ImageMetadata')
    checkIfMatch(call.request, await entityTag(instance.metadata))
    const before = isPatch ? instance.metadata : emptyMetadata
    instance.metadata = {
      architecture: body.has('architecture') ? body.text('architecture') : before.architecture,
      creation_date: body.number('creation_date', before.creation_date),
      expiry_date: body.number('expiry_date', before.expiry_date),
      properties: { ...before.properties, ...body.map('properties') },
      templates: before.templates ?? {},
    }
    changed(instance, 'updated')
    return doneAnswer()
  }
  const findTemplate = (call: FakeCall) => {
    const instance = findInstance(state, call)
    const path = call.query.get('path') ?? ''
    const bytes = instance.templates.get(path)
    if (bytes === undefined) throw new FakeFault(404, `Template "${path}" not found`)
    return { instance, path, bytes }
  }
  return {
    async instanceMetadataGet(call) {
      const { metadata } = findInstance(state, call)
      return syncAnswer(metadata, { etag: await entityTag(metadata) })
    },
    instanceMetadataPut: (call) => update(call, false),
    instanceMetadataPatch: (call) => update(call, true),
    instanceMetadataTemplatesGet(call) {
      if (!call.query.get('path')) return syncAnswer([...findInstance(state, call).templates.keys()])
      const { path, bytes } = findTemplate(call)
      return bytesAnswer(call.request, bytes, { 'content-disposition': `inline;filename=${path}` })
    },
    async instanceMetadataTemplatesPost(call) {
      const instance = findInstance(state, call)
      const path = call.query.get('path')
      if (!path) throw new FakeFault(400, 'missing path argument')
      instance.templates.set(path, new Uint8Array(await call.request.arrayBuffer()))
      changed(instance, 'template-created', { path })
      return doneAnswer()
    },
    instanceMetadataTemplatesDelete(call) {
      const { instance, path } = findTemplate(call)
      instance.templates.delete(path)
      changed(instance, 'template-deleted', { path })
      return doneAnswer()
    },
  }
}

/** Of an instance that was made of nothing. */
export const emptyMetadata: FakeMetadata = {
  architecture: '',
  creation_date: 0,
  expiry_date: 0,
  properties: null,
  templates: null,
}
