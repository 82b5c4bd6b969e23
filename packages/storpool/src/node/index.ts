export {
  type VolumeDevLinkWaitOptions,
  type VolumeDevLinkWaitParameters,
  volumeDevLinkWait,
} from './volumeDevLinkWait.js'
