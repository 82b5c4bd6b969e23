import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { LeftOut, Program, ServiceName } from '../Playground.ts'
import { firstComment } from './firstComment.ts'

/** What stands behind the programs of a package. Programs of other packages need what no browser has. */
const services: Readonly<Record<string, ServiceName>> = {
  'kamaki-astakos': 'synnefo',
  'kamaki-cyclades': 'synnefo',
  'kamaki-pithos': 'synnefo',
  'linstor-wire': 'none',
  lxd: 'lxd',
  storpool: 'storpool',
}

/** The one module for Node that has a stand-in: it answers how to reach the fake. */
const standIns: readonly string[] = ['@x/lxd/node']

/** Programs that need Node although they import no module of it. */
const others: Readonly<Record<string, string>> = { 'lxd/backup.ts': 'browsers have no checksums of streams' }

/** The example programs of the packages: those that run in a browser, and why the others do not. */
export function findPrograms(root: string): { programs: Program[]; leftOut: LeftOut[] } {
  const programs: Program[] = []
  const leftOut: LeftOut[] = []
  for (const file of globSync('packages/*/examples/*.ts', { cwd: root }).toSorted()) {
    const folder = basename(dirname(dirname(file)))
    if (basename(file) === 'demo.ts') continue
    const id = `${folder}/${basename(file)}`
    const code = readFileSync(join(root, file), 'utf8')
    const service = services[folder]
    const reason =
      service === undefined ? 'its fake listens on TCP, which browsers can not' : (others[id] ?? needsNode(code))
    const about = firstComment(code)
    if (service === undefined || reason !== undefined) leftOut.push({ id, reason: reason ?? '' })
    else programs.push({ id, service, about, code })
  }
  return { programs, leftOut }
}

function needsNode(code: string): string | undefined {
  const imported = [...code.matchAll(/from '([^']+)'/g)].map(([, name]) => name!)
  const needed = imported.find(
    (name) => /^node:|\/(?:node|config)$|^@x\/storpool-config$/.test(name) && !standIns.includes(name),
  )
  return needed === undefined ? undefined : `it imports ${needed}`
}
