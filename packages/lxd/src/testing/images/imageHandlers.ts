import { effectiveProject } from '../projects/effectiveProject.js'
import { createdAnswer } from '../protocol/createdAnswer.js'
import { doneAnswer } from '../protocol/doneAnswer.js'
import { entityTag } from '../protocol/entityTag.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { zeroTime } from '../protocol/goTime.js'
import { pathOf } from '../protocol/pathOf.js'
import { randomHex } from '../protocol/randomHex.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeImage } from '../state/FakeImage.js'
import type { FakeState } from '../state/FakeState.js'

/** The images there are, their aliases and their secrets. The fake takes in no others. */
export function imageHandlers(state: FakeState): FakeHandlers {
  const imagesOf = ({ project }: FakeCall) => {
    const owner = effectiveProject(state, project, 'features.images')
    return state.images.filter((image) => image.project === owner)
  }
  const find = (call: FakeCall): FakeImage => {
    const { fingerprint = '' } = call.names
    const found = imagesOf(call).filter((image) => image.fingerprint.startsWith(fingerprint))
    if (found[0] === undefined) throw new FakeFault(404, 'Image not found')
    return found[0]
  }
  const findAlias = (call: FakeCall) => {
    for (const image of imagesOf(call)) {
      const alias = image.aliases.find(({ name }) => name === call.names['aliasName'])
      if (alias !== undefined) return { image, alias }
    }
    throw new FakeFault(404, 'Image alias not found')
  }
  return {
    imagesGet: (call) =>
      syncAnswer(
        imagesOf(call).map((image) =>
          call.recursion > 0 ? documentOf(image) : pathOf(['images', image.fingerprint], image.project),
        ),
      ),
    async imageGet(call) {
      const image = find(call)
      return syncAnswer(documentOf(image), {
        etag: await entityTag([image.public, image.autoUpdate, image.properties]),
      })
    },
    imagesAliasesGet: (call) =>
      syncAnswer(
        imagesOf(call).flatMap((image) =>
          image.aliases.map((alias) =>
            call.recursion > 0 ? aliasDocument(image, alias) : pathOf(['images', 'aliases', alias.name], image.project),
          ),
        ),
      ),
    async imageAliasGet(call) {
      const { image, alias } = findAlias(call)
      const document = aliasDocument(image, alias)
      return syncAnswer(document, { etag: await entityTag(document) })
    },
    async imagesAliasesPost(call) {
      const body = await call.json('ImageAliasesPost')
      const name = body.text('name')
      const target = body.text('target')
      if (name === '' || target === '') throw new FakeFault(400, 'name and target are required')
      if (imagesOf(call).some(({ aliases }) => aliases.some((alias) => alias.name === name))) {
        throw new FakeFault(409, `Alias "${name}" already exists`)
      }
      find({ ...call, names: { fingerprint: target } }).aliases.push({ name, description: body.text('description') })
      return createdAnswer(pathOf(['images', 'aliases', name]))
    },
    imageAliasDelete(call) {
      const { image, alias } = findAlias(call)
      image.aliases = image.aliases.filter((one) => one !== alias)
      return doneAnswer()
    },
    imagesSecretPost(call) {
      const { fingerprint, project } = find(call)
      const source = `/1.0/images/${fingerprint}`
      const answer = state.operations.answer({
        class: 'token',
        description: 'Image download token',
        project,
        resources: { images: [source] },
        metadata: { secret: randomHex(32) },
        mayCancel: true,
      })
      state.events.lifecycle('image-secret-created', { source, project })
      return answer
    },
  }
}

const aliasDocument = ({ fingerprint }: FakeImage, { name, description }: FakeImage['aliases'][number]) => ({
  description,
  target: fingerprint,
  name,
  type: 'container',
})

const documentOf = (image: FakeImage) => ({
  auto_update: image.autoUpdate,
  properties: image.properties,
  public: image.public,
  expires_at: '1970-01-01T00:00:00Z',
  profiles: image.profiles,
  aliases: image.aliases,
  architecture: 'x86_64',
  cached: false,
  filename: image.filename,
  fingerprint: image.fingerprint,
  size: image.size,
  type: 'container',
  created_at: image.uploadedAt,
  last_used_at: zeroTime,
  uploaded_at: image.uploadedAt,
})
