export type {
  CreateTokenParameters,
  LxdCertificate,
  LxdCertificates,
  LxdToken,
} from './certificates/LxdCertificates.js'
export type {
  LxdCluster,
  LxdClusterGroup,
  LxdClusterGroups,
  LxdClusterMember,
  LxdClusterMembers,
} from './cluster/LxdCluster.js'
export { createLxd } from './createLxd.js'
export { type CreateLxdClientParameters, createLxdClient } from './createLxdClient.js'
export {
  isLxdApiError,
  isLxdConflict,
  isLxdNotFound,
  isLxdPreconditionFailed,
  LxdApiError,
} from './errors/LxdApiError.js'
export { isLxdDangerError, LxdDangerError } from './errors/LxdDangerError.js'
export type { LxdErrorReason } from './errors/LxdErrorReason.js'
export { isLxdExtensionError, LxdExtensionError } from './errors/LxdExtensionError.js'
export { isLxdOperationError, LxdOperationError } from './errors/LxdOperationError.js'
export { isLxdOperationLostError, LxdOperationLostError } from './errors/LxdOperationLostError.js'
export { etagOf } from './etagOf.js'
export type {
  LxdEvent,
  LxdGapEvent,
  LxdLifecycleEvent,
  LxdLoggingEvent,
  LxdOperationEvent,
  LxdSecurityEvent,
  LxdUnknownEvent,
} from './events/LxdEvent.js'
export type { LxdEventStream } from './events/LxdEventStream.js'
export { type SubscribeEventsParameters, subscribeEvents } from './events/subscribeEvents.js'
export type { Lxd, LxdScope } from './Lxd.js'
export type { LxdActions } from './LxdActions.js'
export type { LxdCallOptions } from './LxdCallOptions.js'
export type { LxdChange } from './LxdChange.js'
export type { LxdClient } from './LxdClient.js'
export type { LxdDownload } from './LxdDownload.js'
export type { LxdExtension } from './LxdExtension.js'
export type { LxdUploadBody } from './LxdUploadBody.js'
export type {
  LxdNetwork,
  LxdNetworkAcl,
  LxdNetworkAcls,
  LxdNetworkForward,
  LxdNetworkForwards,
  LxdNetworks,
  LxdNetworkZone,
  LxdNetworkZoneRecord,
  LxdNetworkZoneRecords,
  LxdNetworkZones,
} from './networks/LxdNetworks.js'
export type { LxdDeletable, LxdNamedMethods, LxdRenamable } from './objects/createNamedObject.js'
export type { LxdCollection, ProjectScope } from './objects/LxdCollection.js'
export type { LxdUpdatable } from './objects/LxdUpdatable.js'
export type { LxdUpdateOptions } from './objects/LxdUpdateOptions.js'
export type { LxdOperations } from './operations/LxdOperations.js'
export type { LxdProgress } from './operations/LxdProgress.js'
export type { LxdWaitOptions } from './operations/LxdWaitOptions.js'
export { runOperation } from './operations/runOperation.js'
export { waitForOperation } from './operations/waitForOperation.js'
export type { LxdProfile, LxdProfiles } from './profiles/LxdProfiles.js'
export type { LxdProject, LxdProjects } from './projects/LxdProjects.js'
export type { LxdServer, LxdServerManager } from './server/LxdServer.js'
export { serverExtensions } from './serverExtensions.js'
export type { LxdStoragePool } from './storage/LxdStoragePool.js'
export type { CreateStoragePoolDefinition, LxdStoragePools } from './storage/LxdStoragePools.js'
export type { CopyVolumeOptions, LxdStorageVolume, RenameVolumeOptions } from './storage/LxdStorageVolume.js'
export type {
  CreateVolumeDefinition,
  ImportVolumeParameters,
  LxdStorageVolumes,
  VolumeScope,
  VolumeSelection,
} from './storage/LxdStorageVolumes.js'
export type {
  CreateVolumeBackupParameters,
  LxdVolumeBackup,
  LxdVolumeBackups,
  VolumeExport,
} from './storage/LxdVolumeBackups.js'
export type {
  CreateVolumeSnapshotParameters,
  LxdVolumeSnapshot,
  LxdVolumeSnapshots,
} from './storage/LxdVolumeSnapshots.js'
export { storagePoolEtag } from './storage/storagePoolEtag.js'
export { storageVolumeEtag } from './storage/storageVolumeEtag.js'
export type { LxdUpgrade } from './transport/LxdUpgrade.js'
export { type AuthenticateParameters, authenticate } from './trust/authenticate.js'
export { decodeTrustToken } from './trust/decodeTrustToken.js'
export type { TrustToken } from './trust/TrustToken.js'
export type { LxdWarning, LxdWarnings } from './warnings/LxdWarnings.js'
export type { LxdWebSocket, LxdWebSocketEnd } from './websocket/LxdWebSocket.js'
