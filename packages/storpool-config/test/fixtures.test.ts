import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  isStorPoolConfigError,
  listStorPoolConfigFiles,
  overrideStorPoolConfig,
  readStorPoolConfig,
  readStorPoolConfigSections,
  type StorPoolConfig,
  storPoolConfigDefaults,
} from '../src/index.js'
import { differences } from './differences.js'

type Content = string | { dir: true } | { symlink: string } | { base64: string }
interface Case {
  id: string
  op?: 'config' | 'files' | 'sections' | 'api'
  files: Record<string, Content>
  hostname?: string
  env?: Record<string, string>
  args?: {
    section?: string | null
    missing_ok?: boolean
    use_env?: boolean
    override_config?: Record<string, unknown> | null
  }
  expect: Record<string, unknown>
  quirk?: string
}

const { cases } = JSON.parse(await readFile(new URL('fixtures/config.json', import.meta.url), 'utf8')) as {
  cases: Case[]
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storpool-config-'))
})
afterAll(() => rm(folder, { recursive: true }))

test.each(cases.map((item) => [item.id, item] as const))('%s', async (id, item) => {
  const root = join(folder, id)
  await mkdir(root)
  await build(root, item.files)
  const expected = (item.quirk === undefined ? undefined : differences[item.quirk]?.instead) ?? item.expect
  expect(await outcome(root, item)).toEqual(expected)
})

async function build(root: string, files: Case['files']): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const target = join(root, path)
    await mkdir(dirname(target), { recursive: true })
    if (typeof content === 'string') await writeFile(target, content)
    else if ('base64' in content) await writeFile(target, Buffer.from(content.base64, 'base64'))
    else if ('symlink' in content) await symlink(content.symlink, target)
    else await mkdir(target)
  }
}

async function outcome(root: string, { op = 'config', args = {}, env = {}, hostname }: Case): Promise<object> {
  const options = { root, missingOk: args.missing_ok }
  const read = (): Promise<StorPoolConfig<unknown>> =>
    readStorPoolConfig({
      ...options,
      section: args.section ?? hostname ?? 'node1',
      env: args.use_env === false ? false : env,
    })
  const inRoot = (path: string | undefined) => path?.slice(root.length)
  try {
    if (op === 'files') return { files: (await listStorPoolConfigFiles(options)).map(inRoot) }
    if (op === 'sections') return { sections: await readStorPoolConfigSections(options) }
    if (op === 'api') return describeApi(await read())
    const overridden = args.override_config
    if (overridden) return { base: 'none', ...describe(overrideStorPoolConfig(overridden)) }
    return { base: 'defaults', ...describe(await read()) }
  } catch (error) {
    if (!isStorPoolConfigError(error)) throw error
    if (error.file !== undefined) return { error: 'SPConfigException', file: inRoot(error.file) }
    return { error: 'KeyError', key: error.variable }
  }
}

function describe(config: StorPoolConfig<unknown>): object {
  const defaults = new Map<string, string>(Object.entries(storPoolConfigDefaults))
  const nonDefault = Object.fromEntries([...config].filter(([name, value]) => defaults.get(name) !== value))
  return { nonDefault, size: config.size }
}

function describeApi(config: StorPoolConfig<unknown>): object {
  const { host, port, token } = config.api()
  return { host, port, authorization: `Storpool v1:${token.reveal()}` }
}
