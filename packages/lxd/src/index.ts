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
export type { LxdConsole } from './console/LxdConsole.js'
export { type ConsoleSettings, openConsole } from './console/openConsole.js'
export { createLxd } from './createLxd.js'
export { type CreateLxdClientParameters, createLxdClient } from './createLxdClient.js'
export {
  isLxdApiError,
  isLxdConflict,
  isLxdNotFound,
  isLxdPreconditionFailed,
  LxdApiError,
} from './errors/LxdApiError.js'
export { isLxdCommandError, LxdCommandError } from './errors/LxdCommandError.js'
export { isLxdDangerError, LxdDangerError } from './errors/LxdDangerError.js'
export type { LxdErrorReason } from './errors/LxdErrorReason.js'
export { isLxdExtensionError, LxdExtensionError } from './errors/LxdExtensionError.js'
export { isLxdOperationError, LxdOperationError } from './errors/LxdOperationError.js'
export { isLxdOperationLostError, LxdOperationLostError } from './errors/LxdOperationLostError.js'
export { escapeFilter } from './escapeFilter.js'
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
export type { ExecSettings, ExecTarget, ExecTerminalSettings } from './exec/ExecParameters.js'
export { execInstance } from './exec/execInstance.js'
export { type DetachedResult, type ExecuteDetachedSettings, executeDetached } from './exec/executeDetached.js'
export {
  type ExecuteOutput,
  type ExecuteResult,
  type ExecuteSettings,
  executeInstance,
  type OutputEncoding,
} from './exec/executeInstance.js'
export type { LxdExec } from './exec/LxdExec.js'
export type { RecordedOutput } from './exec/recordedOutput.js'
export type { LxdSignal } from './exec/signalNumber.js'
export { deleteInstanceFile } from './files/deleteInstanceFile.js'
export type { FilePlace } from './files/FilePlace.js'
export type {
  LxdDirectory,
  LxdFile,
  LxdFileOwner,
  LxdFileStat,
  LxdRegularFile,
  LxdSymlink,
} from './files/LxdFile.js'
export type { LxdFiles } from './files/LxdFiles.js'
export { makeInstanceDirectory } from './files/makeInstanceDirectory.js'
export { makeInstanceSymlink } from './files/makeInstanceSymlink.js'
export { readInstanceFile } from './files/readInstanceFile.js'
export { statInstanceFile } from './files/statInstanceFile.js'
export type { PutTreeSettings, TreeResult, TreeSettings } from './files/TreeSettings.js'
export { walkInstanceFiles } from './files/walkInstanceFiles.js'
export type { FoundFile } from './files/walkTree.js'
export { type FileOwner, type WriteFileSettings, writeInstanceFile } from './files/writeInstanceFile.js'
export { type CopyImageSettings, copyImage } from './images/copyImage.js'
export type { CreatedImageSettings } from './images/createdImage.js'
export { createImageSecret, type ImageSecret } from './images/createImageSecret.js'
export { exportImage, type ImageExport, type ImagePart } from './images/exportImage.js'
export type { LxdImage, LxdImageMethods } from './images/LxdImage.js'
export type {
  CreateImageAliasDefinition,
  ImageSelection,
  LxdImageAlias,
  LxdImageAliases,
  LxdImages,
  RemoteImageDefinition,
} from './images/LxdImages.js'
export { type PublishParameters, publishInstance } from './images/publishInstance.js'
export { type SplitImage, type UploadImageParameters, uploadImage } from './images/uploadImage.js'
export { type ChangeStateSettings, changeInstanceState, type InstanceAction } from './instances/changeInstanceState.js'
export type { CopyChanges } from './instances/copyDefinition.js'
export type { CopyInstanceSettings } from './instances/copyInstance.js'
export type { ImportInstanceParameters } from './instances/importInstance.js'
export type { ChangeStateOptions, LxdInstance, LxdInstanceMethods } from './instances/LxdInstance.js'
export type {
  CreateInstanceBackupParameters,
  InstanceExport,
  LxdInstanceBackup,
  LxdInstanceBackups,
} from './instances/LxdInstanceBackups.js'
export type { LxdInstanceLogs } from './instances/LxdInstanceLogs.js'
export type { LxdInstanceMetadata, LxdInstanceTemplates } from './instances/LxdInstanceMetadata.js'
export type {
  CreateInstanceSnapshotParameters,
  LxdInstanceSnapshot,
  LxdInstanceSnapshots,
} from './instances/LxdInstanceSnapshots.js'
export type { CreateInstanceDefinition, InstanceSelection, LxdInstances } from './instances/LxdInstances.js'
export type { MigrateInstanceSettings } from './instances/migrateInstance.js'
export type { MoveInstanceSettings } from './instances/renameInstance.js'
export type { Lxd, LxdScope } from './Lxd.js'
export type { LxdActions } from './LxdActions.js'
export type { LxdCallOptions } from './LxdCallOptions.js'
export type { LxdChange } from './LxdChange.js'
export type { LxdClient } from './LxdClient.js'
export type { LxdDownload } from './LxdDownload.js'
export type { LxdExtension } from './LxdExtension.js'
export type { LxdUploadBody } from './LxdUploadBody.js'
export type { MigrationMode } from './migration/MigrationMode.js'
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
export { parseResourcePath, type ResourcePath } from './parseResourcePath.js'
export type { LxdProfile, LxdProfiles } from './profiles/LxdProfiles.js'
export type { LxdProject, LxdProjects } from './projects/LxdProjects.js'
export type { LxdServer, LxdServerManager } from './server/LxdServer.js'
export { serverExtensions } from './serverExtensions.js'
export type {
  BucketSelection,
  LxdStorageBucket,
  LxdStorageBucketKey,
  LxdStorageBucketKeys,
  LxdStorageBuckets,
} from './storage/LxdStorageBuckets.js'
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
