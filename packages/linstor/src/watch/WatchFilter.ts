/**
 * What a watch is about: everything, or the objects named and all below them. Possible are a node, a resource definition,
 * a volume definition (resource and volume), a resource (node and resource), a volume (all three), and a snapshot of a
 * resource, on all nodes or one.
 */
export interface WatchFilter {
  /** Only events of this name. @default all */
  eventName?: string | undefined
  nodeName?: string | undefined
  resourceName?: string | undefined
  /** 0 is a volume number, not absence. Needs `resourceName`. */
  volumeNumber?: number | undefined
  /** Needs `resourceName`. */
  snapshotName?: string | undefined
}
