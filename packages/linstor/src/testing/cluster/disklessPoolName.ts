/** Name of the storage pool of volumes without a disk. Every node has it, and no list shows it. */
export const disklessPoolName = 'DfltDisklessStorPool'
