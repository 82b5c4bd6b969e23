import type { SynnefoSession } from '@x/kamaki-astakos'
import { expectTypeOf } from 'vitest'
import { listServers } from '../src/actions/index.js'
import {
  type Compute,
  createCyclades,
  createCycladesClient,
  type Flavor,
  type FlavorBrief,
  type Image,
  type ImageBrief,
  type Server,
  type ServerBrief,
} from '../src/index.js'
import { createOpenStackCompute } from '../src/openstack.js'

declare const session: SynnefoSession
const { compute, image } = createCyclades({ session })

expectTypeOf(compute).toEqualTypeOf<Compute>()
expectTypeOf(compute.listServers()).resolves.toEqualTypeOf<ServerBrief[]>()
expectTypeOf(compute.listServers({ detail: true })).resolves.toEqualTypeOf<Server[]>()
expectTypeOf(compute.listFlavors({ detail: true })).resolves.toEqualTypeOf<Flavor[]>()
expectTypeOf(compute.listFlavors({ isPublic: true })).resolves.toEqualTypeOf<FlavorBrief[]>()
expectTypeOf(image.listPublic({ detail: true })).resolves.toEqualTypeOf<Image[]>()
expectTypeOf(image.listPublic()).resolves.toEqualTypeOf<ImageBrief[]>()
expectTypeOf(listServers(createCycladesClient({ session }), { detail: true })).resolves.toEqualTypeOf<Server[]>()
expectTypeOf<Server['id']>().toEqualTypeOf<string>()
expectTypeOf(compute.createServer({ name: 'a', flavorId: 1, imageId: 'b' }))
  .resolves.toHaveProperty('adminPass')
  .toEqualTypeOf<string | undefined>()
expectTypeOf(createOpenStackCompute({ session }).listTags({ serverId: 1 })).resolves.toEqualTypeOf<string[]>()
// @ts-expect-error: networks are a list
compute.createServer({ name: 'a', flavorId: 1, imageId: 'b', networks: { uuid: 1 } })
// @ts-expect-error: a file needs content
compute.createServer({ name: 'a', flavorId: 1, imageId: 'b', personality: [{ path: '/a' }] })
