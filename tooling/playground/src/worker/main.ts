import type { RunEvent, RunRequest } from '../RunMessage.ts'
import { compile } from './compile.ts'
import { faults } from './faults.ts'
import { recordExchanges } from './recordExchanges.ts'
import type { Load, RecordFetch, Service } from './Service.ts'
import { lxd } from './services/lxd.ts'
import { none } from './services/none.ts'
import { storpool } from './services/storpool.ts'
import { synnefo } from './services/synnefo.ts'
import { showValue } from './showValue.ts'

const services = { lxd, none, storpool, synnefo }

/** What programs find of Node's `process`. */
const programProcess = {
  env: {} as Record<string, string>,
  argv: ['node', 'program.ts'],
  exitCode: undefined as number | undefined,
}

const tell = (event: RunEvent): void => globalThis.postMessage(event)
const output =
  (level: 'error' | 'info') =>
  (...values: unknown[]) => {
    tell({ kind: 'output', level, text: values.map(showValue).join(' ') })
  }

addEventListener('message', (event: MessageEvent<RunRequest>) => void run(event.data))
addEventListener('unhandledrejection', ({ reason }) => output('error')(reason))

/** One worker runs one program. */
async function run({ service, fault, code, modules }: RunRequest): Promise<void> {
  let begin = performance.now()
  try {
    const load: Load = async (name) => import(modules[name] ?? name)
    const record: RecordFetch = (fetch) => recordExchanges(fetch, (exchange) => tell({ kind: 'exchange', exchange }))
    const server = await services[service](load, record)
    prepare(server, record)
    const struck = faults[fault]
    if (struck !== undefined) server.failNext(struck)
    const script = await compile(code, modules)
    begin = performance.now()
    await import(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
  } catch (error) {
    output('error')(error)
    programProcess.exitCode = 1
  }
  tell({ kind: 'end', exitCode: programProcess.exitCode ?? 0, durationMs: performance.now() - begin })
}

/** Puts what programs expect into the global scope, which is this worker's alone. */
function prepare({ fetch, env }: Service, record: RecordFetch): void {
  Object.assign(programProcess.env, env)
  Object.assign(globalThis, { process: programProcess, fetch: record(fetch) })
  Object.assign(console, { log: output('info'), info: output('info'), debug: output('info') })
  Object.assign(console, { warn: output('error'), error: output('error') })
}
