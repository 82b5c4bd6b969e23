import type { DeployedVolume } from './Volume.js'

/** A resource on one node. */
export interface ResourceOnNode {
  readonly nodeName: string
  readonly diskless: boolean
}

/** What a controller knows of a resource. */
export interface ResourceState {
  /** Name as the controller spells it. */
  readonly name: string
  readonly port: number | undefined
  readonly allowTwoPrimaries: boolean
  readonly volumes: ReadonlyMap<number, Omit<DeployedVolume, 'resize'>>
  readonly nodes: readonly ResourceOnNode[]
}
