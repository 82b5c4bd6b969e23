import type { ApiOk } from '../../schemas/ApiOk.js'
import type { ISCSIConfigCommand } from '../../schemas/ISCSIConfigCommand.js'
import type { ISCSIConfigData } from '../../schemas/ISCSIConfigData.js'
import type { ISCSIInitiator } from '../../schemas/ISCSIInitiator.js'
import type { ISCSIPortalGroup } from '../../schemas/ISCSIPortalGroup.js'
import type { ISCSITarget } from '../../schemas/ISCSITarget.js'
import type { FakeCluster } from '../FakeCluster.js'
import { alreadyExists, doesNotExist, inUse, invalid } from '../Refusal.js'

const defaultPort = 3_260

type Entries<T> = Record<string, T>

function find<T>(what: string, entries: Entries<T>, name: string, matches: (entry: T) => boolean): [string, T] {
  const found = Object.entries(entries).find(([, entry]) => matches(entry))
  if (found === undefined) throw doesNotExist(what, name)
  return found
}

function add<T>(what: string, entries: Entries<T>, name: string, entry: T, matches: (entry: T) => boolean): void {
  if (Object.values(entries).some(matches)) throw alreadyExists(what, name)
  entries[Math.max(0, ...Object.keys(entries).map(Number)) + 1] = entry
}

/** Carries out one command on a configuration. */
class Commands {
  constructor(
    readonly config: ISCSIConfigData,
    readonly cluster: FakeCluster,
  ) {}

  apply(command: ISCSIConfigCommand): void {
    const { config } = this
    if (command.setBaseName) config.baseName = command.setBaseName.name
    else if (command.createPortalGroup) {
      const { name } = command.createPortalGroup
      const group: ISCSIPortalGroup = { name, networks: [], portals: [] }
      add('Portal group', config.portalGroups, name, group, (each) => each.name === name)
    } else if (command.deletePortalGroup) {
      const [key, group] = this.#group(command.deletePortalGroup.name)
      if (group.portals.length > 0) throw inUse('Portal group', group.name, 'used by a portal')
      delete config.portalGroups[key]
    } else if (command.portalGroupAddNetwork) {
      const [address = '', prefix] = command.portalGroupAddNetwork.net.split('/')
      if (!/^\d{1,3}$/.test(prefix ?? '')) throw invalid('A network is an address and a prefix, like 192.0.2.0/24.')
      this.#group(command.portalGroupAddNetwork.portalGroup)[1].networks.push({ address, prefix: Number(prefix) })
    } else if (command.createPortal) this.#createPortal(command.createPortal)
    else if (command.deletePortal) this.#deletePortal(command.deletePortal)
    else if (command.createTarget) this.#createTarget(command.createTarget.volumeName)
    else if (command.deleteTarget) delete config.targets[this.#target(command.deleteTarget.volumeName)[0]]
    else this.#applyToInitiator(command)
  }

  #applyToInitiator(command: ISCSIConfigCommand): void {
    const { initiators } = this.config
    if (command.createInitiator) {
      const { name, username, secret } = command.createInitiator
      const entry: ISCSIInitiator = { name, username, secret, nets: [], exports: [] }
      add('Initiator', initiators, name, entry, (each) => each.name === name)
    } else if (command.deleteInitiator) delete initiators[this.#initiator(command.deleteInitiator.name)[0]]
    else if (command.initiatorAddNetwork) {
      this.#initiator(command.initiatorAddNetwork.initiator)[1].nets.push(command.initiatorAddNetwork.net)
    } else if (command.export) {
      const { initiator, portalGroup, volumeName } = command.export
      const target = this.#target(volumeName)[1].name
      const { exports } = this.#initiator(initiator)[1]
      if (exports.some((each) => each.target === target)) throw alreadyExists('Export of volume', volumeName)
      exports.push({ portalGroup: this.#group(portalGroup)[1].name, target })
    } else if (command.exportDelete) {
      const { initiator, volumeName } = command.exportDelete
      const target = this.#target(volumeName)[1].name
      const { exports } = this.#initiator(initiator)[1]
      const index = exports.findIndex((each) => each.target === target)
      if (index === -1) throw doesNotExist('Export of volume', volumeName)
      exports.splice(index, 1)
    }
  }

  #createPortal(given: NonNullable<ISCSIConfigCommand['createPortal']>): void {
    const { portalGroup, controller, ip } = given
    const port = String(given.port ?? defaultPort)
    const { portals } = this.#group(portalGroup)[1]
    if (this.#portal(ip, port) !== undefined) throw alreadyExists('Portal', `${ip}:${port}`)
    portals.push({ controller, ip, port })
  }

  #deletePortal(given: NonNullable<ISCSIConfigCommand['deletePortal']>): void {
    const port = String(given.port ?? defaultPort)
    const group = this.#portal(given.ip, port)
    if (group === undefined) throw doesNotExist('Portal', `${given.ip}:${port}`)
    group.portals = group.portals.filter((each) => each.ip !== given.ip || each.port !== port)
  }

  #createTarget(volumeName: string): void {
    this.cluster.volume(volumeName)
    const { baseName, targets } = this.config
    const name = `${baseName}:${volumeName.toLowerCase().replaceAll(/[^a-z0-9.:-]/g, '-')}`
    const entry = { name, volume: volumeName, currentControllerId: 0 }
    add('Target of volume', targets, volumeName, entry, (each) => each.volume === volumeName)
  }

  #portal = (ip: string, port: string): ISCSIPortalGroup | undefined =>
    Object.values(this.config.portalGroups).find(({ portals }) =>
      portals.some((each) => each.ip === ip && each.port === port),
    )

  #group = (name: string): [string, ISCSIPortalGroup] =>
    find('Portal group', this.config.portalGroups, name, (each) => each.name === name)

  #initiator = (name: string): [string, ISCSIInitiator] =>
    find('Initiator', this.config.initiators, name, (each) => each.name === name)

  #target = (volume: string): [string, ISCSITarget] =>
    find('Target of volume', this.config.targets, volume, (each) => each.volume === volume)
}

export const iscsiHandlers = {
  iSCSIConfig: (cluster: FakeCluster) => ({ iscsi: cluster.iscsi }),
  iSCSIConfigChange: (cluster: FakeCluster, { commands }: { commands: readonly ISCSIConfigCommand[] }): ApiOk => {
    // All commands or none: they are tried on a copy.
    const config = structuredClone(cluster.iscsi)
    const applied = new Commands(config, cluster)
    for (const command of commands) applied.apply(command)
    Object.assign(cluster.iscsi, config)
    return cluster.changed()
  },
  iSCSISessionsInfo: () => ({ sessions: [] }),
  iSCSInterfacesInfo: () => ({ controllers: [{ controllerId: 1, status: 'ok', interfaces: [] }] }),
}
