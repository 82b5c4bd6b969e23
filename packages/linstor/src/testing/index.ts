export type {
  ClusterSeed,
  ErrorReportSeed,
  IdentitySeed,
  NodeSeed,
  ResourceDefinitionSeed,
  ResourceSeed,
  SnapshotSeed,
  StoragePoolDefinitionSeed,
  StoragePoolSeed,
  VolumeDefinitionSeed,
} from './cluster/ClusterSeed.js'
export type { StateChanges } from './cluster/changeState.js'
export { createFakeLinstor } from './createFakeLinstor.js'
export type { FakeLinstor } from './FakeLinstor.js'
export type { FakeLinstorOptions } from './FakeLinstorOptions.js'
export type { FakeLinstorState } from './FakeLinstorState.js'
export type { FakeRequest } from './FakeRequest.js'
export type { CallFault } from './faults/CallFault.js'
export type { ConnectionFault } from './faults/ConnectionFault.js'
export type { ReplyInput } from './protocol/ReplyInput.js'
