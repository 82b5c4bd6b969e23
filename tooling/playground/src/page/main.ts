import type { Playground } from '../Playground.ts'
import type { FaultName, RunEvent, RunRequest } from '../RunMessage.ts'
import { byId } from './byId.ts'
import { createEditor } from './createEditor.ts'
import { createResults } from './createResults.ts'
import { fillPrograms } from './fillPrograms.ts'

const about = byId('about', HTMLParagraphElement)

start().catch((error: unknown) => {
  about.textContent =
    location.protocol === 'file:'
      ? 'Browsers run modules only from a server: `npx -y pnpm@12.21.0 run docs:serve` in the repository starts one.'
      : String(error)
})

async function start(): Promise<void> {
  const playground = (await (await fetch('playground.json')).json()) as Playground
  const menu = byId('program', HTMLSelectElement)
  const runButton = byId('run', HTMLButtonElement)
  const stopButton = byId('stop', HTMLButtonElement)
  const results = createResults()
  const editor = createEditor(byId('editor', HTMLElement), run)
  const entries = Object.entries(playground.modules)
  const modules = Object.fromEntries(entries.map(([name, path]) => [name, new URL(path, location.href).href]))
  let worker: Worker | undefined

  fillPrograms(menu, byId('left-out', HTMLUListElement), playground)
  menu.addEventListener('change', () => {
    history.replaceState(undefined, '', `#${menu.value}`)
    open(menu.value)
  })
  addEventListener('hashchange', () => open(location.hash.slice(1)))
  runButton.addEventListener('click', run)
  stopButton.addEventListener('click', () => {
    end()
    results.stopped()
  })
  byId('reset', HTMLButtonElement).addEventListener('click', () => open(menu.value))
  const first = playground.programs.find(({ id }) => id === 'storpool/createVolume.ts') ?? playground.programs[0]
  open(location.hash.slice(1) || (first?.id ?? ''))

  function open(id: string): void {
    const program = playground.programs.find((candidate) => candidate.id === id)
    if (program === undefined) return
    menu.value = id
    about.textContent = program.about
    editor.write(program.code)
  }

  function run(): void {
    const program = playground.programs.find(({ id }) => id === menu.value)
    if (program === undefined) return
    end()
    results.begin()
    stopButton.disabled = false
    worker = new Worker('worker.js', { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<RunEvent>) => {
      results.show(data)
      if (data.kind === 'end') stopButton.disabled = true
    })
    const fault = byId('fault', HTMLSelectElement).value as FaultName
    worker.postMessage({ service: program.service, fault, code: editor.read(), modules } satisfies RunRequest)
  }

  /** Ends the program that runs, whatever it is doing. */
  function end(): void {
    worker?.terminate()
    worker = undefined
    stopButton.disabled = true
  }
}
