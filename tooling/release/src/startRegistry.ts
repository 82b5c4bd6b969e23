import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { runServer } from 'verdaccio'

/** A registry of packages on loopback. */
export interface Registry {
  /** Makes it the registry of a folder. */
  configure(folder: string): void
  /** `name@version` of all that was published. */
  published(): string[]
  close(): Promise<void>
}

/** Starts a Verdaccio that takes everything from everybody and asks no other registry. */
export async function startRegistry(storage: string): Promise<Registry> {
  mkdirSync(storage, { recursive: true })
  const server = (await runServer({
    configPath: join(storage, 'config.yaml'),
    self_path: storage,
    storage,
    uplinks: {},
    packages: { '**': { access: '$all', publish: '$all' } },
    auth: { htpasswd: { file: join(storage, 'htpasswd') } },
    middlewares: {},
    web: { enable: false },
    log: { type: 'file', path: join(storage, 'log'), level: 'warn' },
    max_body_size: '100mb',
  })) as Server
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    configure(folder) {
      writeFileSync(join(folder, '.npmrc'), `registry=http://${host}/\n//${host}/:_authToken=anybody\n`)
    },
    published() {
      const scope = join(storage, '@x')
      if (!existsSync(scope)) return []
      return readdirSync(scope).flatMap((name) => {
        const { versions } = JSON.parse(readFileSync(join(scope, name, 'package.json'), 'utf8')) as { versions: object }
        return Object.keys(versions).map((version) => `@x/${name}@${version}`)
      })
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
