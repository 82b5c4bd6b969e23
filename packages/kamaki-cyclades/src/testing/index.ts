export type {
  CreateFakeCycladesParameters,
  FakeFlavor,
  FakeImageInput,
  FakeTimings,
  FakeVolumeType,
} from './CreateFakeCycladesParameters.js'
export { createFakeCyclades, type FakeCyclades } from './createFakeCyclades.js'
export type { CycladesState } from './state/CycladesState.js'
export type {
  FakeEntity,
  FakeFloatingIp,
  FakeImage,
  FakeKeypair,
  FakeNetwork,
  FakePort,
  FakeServer,
  FakeSubnet,
  FakeVolume,
} from './state/entities.js'
