import type { DiskObject } from './schemas/DiskObject.js'

/** Tells whether an object on a disk is sound. */
export const isDiskObjectOk = ({ state }: DiskObject): boolean => state === 'OBJECT_OK'
