import { randomBytes } from 'node:crypto'
import type { HttpAnswer } from '@x/core-errors/http'
import { isLxdApiError, isLxdOperationError, type Lxd, type LxdChange, type LxdInstance } from '../../src/index.js'
import type { LxdCallOptions } from '../../src/LxdCallOptions.js'
import type { InstancesPost } from '../../src/schemas/InstancesPost.js'
import type { ProjectsPost } from '../../src/schemas/ProjectsPost.js'
import type { Target } from './Target.js'

/** What the server said to a change: its HTTP status, and where the work went. */
export interface Answer extends LxdChange {
  status: number
}

/** What the server said to a change that it refused, at once or in an operation. */
export interface Refusal {
  /** HTTP status; 202 when it was the operation that failed. */
  status: number
  text: string
}

/** A client, and everything a test makes with it: taken away again when the test is over, however it ends. */
export class Scratch implements AsyncDisposable {
  readonly target: Target
  readonly lxd: Lxd
  readonly #statuses = new Map<string, number>()
  readonly #undo: (() => Promise<unknown>)[] = []
  readonly #prefix = `t${randomBytes(4).toString('hex')}`
  #names = 0

  constructor(target: Target) {
    this.target = target
    this.lxd = target.connect({
      hooks: { onResponse: ({ requestId, status = 0 }) => void this.#statuses.set(requestId, status) },
    })
  }

  /** A name that nothing else has. */
  name(): string {
    return `${this.#prefix}-${this.#names++}`
  }

  /** Runs when the test is over, the latest first. That there is nothing left to undo is no failure. */
  undo(act: () => Promise<unknown>): void {
    this.#undo.push(act)
  }

  /** What a call answered, with the status that went with it. */
  async answer(act: (options: LxdCallOptions) => Promise<LxdChange>): Promise<Answer> {
    const requestId = this.name()
    const change = await act({ requestId })
    return { ...change, status: this.#statuses.get(requestId) ?? 0 }
  }

  /** How a call was refused. Fails when it was not. */
  async refusal(act: () => Promise<unknown>): Promise<Refusal> {
    try {
      await act()
    } catch (error) {
      if (isLxdApiError(error)) return { status: error.status ?? 0, text: error.description }
      if (isLxdOperationError(error)) return { status: 202, text: error.description }
      throw error
    }
    throw new Error('the call was not refused')
  }

  /** Sends what no action would, and gives the status and the error text back. */
  raw(method: string, path: string, body: string): Promise<Refusal> {
    const read = async (answer: HttpAnswer) => {
      const { error } = JSON.parse(await answer.text()) as { error: string }
      return { status: answer.status, text: error }
    }
    return this.lxd.transport.send({ operation: 'raw', method, path, body, idempotent: false, read })
  }

  /** A volume in the `dir` pool, or in another one. */
  async volume(config: Record<string, string> = {}, { pool = this.target.dirPool, ...more } = {}): Promise<string> {
    const name = this.name()
    this.#removeVolume(pool, name)
    await this.lxd.storagePoolVolumesTypePost({ poolName: pool, type: 'custom', name, config, ...more })
    return name
  }

  /** The name of a volume to be: removed from every pool in the end. */
  volumeName(project?: string): string {
    const name = this.name()
    const { dirPool, btrfsPool } = this.target
    for (const pool of [dirPool, btrfsPool]) if (pool !== undefined) this.#removeVolume(pool, name, project)
    return name
  }

  /** The name of a pool to be. */
  poolName(): string {
    const name = this.name()
    this.undo(() => this.lxd.storagePoolsDelete({ poolName: name }))
    return name
  }

  async project(config: Record<string, string> = {}, more: ProjectsPost = {}): Promise<string> {
    const name = this.name()
    this.undo(() => this.lxd.projectDelete({ projectName: name }))
    await this.lxd.projectsPost({ name, config, ...more })
    return name
  }

  /** The name of an instance to be: removed in the end, running or not. */
  instanceName(project?: string): string {
    const name = this.name()
    this.undo(async () => (await this.lxd.instances.get(name, { project })).delete({ force: true }))
    return name
  }

  /** A container that runs. */
  async running(definition: InstancesPost = {}): Promise<LxdInstance> {
    const instance = await this.lxd.instances.get(await this.instance(definition))
    await instance.start()
    return instance
  }

  /** A container with its root in the `dir` pool, and without profiles. */
  async instance(definition: InstancesPost = {}): Promise<string> {
    const name = this.instanceName()
    const devices = { root: { type: 'disk', path: '/', pool: this.target.dirPool }, ...definition.devices }
    const source = { type: 'image', alias: this.target.image }
    await this.lxd.runOperation(() => this.lxd.instancesPost({ source, profiles: [], ...definition, name, devices }))
    return name
  }

  async setState(instanceName: string, action: 'start' | 'stop'): Promise<void> {
    await this.lxd.runOperation(() => this.lxd.instanceStatePut({ instanceName, action, force: true, timeout: 30 }))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const failures: unknown[] = []
    for (const act of this.#undo.reverse()) {
      await act().catch((error) => {
        if (!isLxdApiError(error) || error.status !== 404) failures.push(error)
      })
    }
    await this.lxd.close()
    if (failures.length > 0) throw new AggregateError(failures, 'the test left something behind')
  }

  #removeVolume(poolName: string, volumeName: string, project?: string): void {
    this.undo(() => this.lxd.storagePoolVolumeTypeDelete({ poolName, type: 'custom', volumeName, project }))
  }
}
