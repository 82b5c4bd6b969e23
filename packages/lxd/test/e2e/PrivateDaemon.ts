import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type CreateLxdClientParameters, createLxd, type Lxd } from '../../src/index.js'

const run = promisify(execFile)
const scripts = join(import.meta.dirname, '../../ci')

/** A daemon of its own, for tests that would disturb the others: it listens on HTTPS, is clustered, or is killed. */
export class PrivateDaemon implements AsyncDisposable {
  readonly directory: string
  readonly #clients: Lxd[] = []

  private constructor(directory: string) {
    this.directory = directory
  }

  static async start(): Promise<PrivateDaemon> {
    const daemon = new PrivateDaemon(`/var/tmp/lxd-${randomBytes(3).toString('hex')}`)
    await daemon.#script('start')
    return daemon
  }

  get socketPath(): string {
    return join(this.directory, 'unix.socket')
  }

  /** A client over the unix socket; closed with the daemon. */
  connect(parameters: Partial<CreateLxdClientParameters> = {}): Lxd {
    const lxd = createLxd({ socketPath: this.socketPath, ...parameters })
    this.#clients.push(lxd)
    return lxd
  }

  /** Makes the daemon listen on loopback, and answers `127.0.0.1:<port>`. */
  async listen(): Promise<string> {
    const address = `127.0.0.1:${await freePort()}`
    const lxd = this.connect()
    await lxd.serverPatch({ config: { 'core.https_address': address } })
    return address
  }

  /** Ends the daemon without any goodbye. */
  async kill(): Promise<void> {
    process.kill(Number(await readFile(`${this.directory}.pid`, 'utf8')), 'SIGKILL')
  }

  /** Starts it again after {@link kill}. */
  async restart(): Promise<void> {
    await this.#script('start')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#clients) await client.close()
    await this.#script('stop')
  }

  async #script(name: 'start' | 'stop'): Promise<void> {
    await run(join(scripts, name), { env: { ...process.env, LXD_TEST_DIR: this.directory } })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
