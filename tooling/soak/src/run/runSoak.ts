import { Random } from '../Random.ts'
import type { StartWorld } from '../World.ts'
import { heapUsed } from './heapUsed.ts'
import { runWorld } from './runWorld.ts'
import { watchHandles } from './watchHandles.ts'

/** What is run, and for how long. */
export interface SoakOptions {
  seed: number
  seconds: number
  /** How long fakes and clients live until they are closed, at most. */
  stretchSeconds: number
  starts: readonly StartWorld[]
}

/** What the heap may grow by after the first stretches, in bytes: the runtime compiles and caches as it goes. */
const heapAllowance = 12 * 2 ** 20
/** Stretches after which everything has been loaded and compiled. */
const warmStretches = 2

/** Runs stretch after stretch and prints what came of each. @returns Whether something was wrong. */
export async function runSoak({ seed, seconds, stretchSeconds, starts }: SoakOptions): Promise<boolean> {
  const random = new Random(seed)
  const leftOpen = watchHandles()
  const count = Math.max(1, Math.round(seconds / stretchSeconds))
  let warm: number | undefined
  let failed = false
  for (let stretch = 1; stretch <= count; stretch++) {
    const lines = await runStretch(starts, random.fork(), (seconds / count) * 1_000)
    const leaked = await leftOpen()
    if (leaked.length > 0) lines.push(`FAIL  handles: still open after everything was closed: ${leaked.join(', ')}`)
    else lines.push('ok    handles: nothing is open that was not before')
    const heap = await heapUsed()
    if (stretch === warmStretches) warm = heap
    const grown = heap - (warm ?? heap)
    lines.push(
      `${grown > heapAllowance ? 'FAIL' : 'ok  '}  heap: ${mebibytes(heap)}, ${mebibytes(grown)} more than when warm`,
    )
    for (const line of lines) console.log(line.replace(/^(.{6})/, `$1stretch ${stretch}, `))
    failed ||= lines.some((line) => line.startsWith('FAIL'))
    if (failed) break
  }
  return failed
}

async function runStretch(starts: readonly StartWorld[], random: Random, durationMs: number): Promise<string[]> {
  const end = performance.now() + durationMs
  const lines = starts.map(async (start) => {
    const own = random.fork()
    await using world = await start()
    const { tally, faults, rounds, problems } = await runWorld(world, own, end)
    const counts = Object.entries(tally).map(([outcome, number]) => `${number} ${outcome}`)
    const line = `${world.name}: ${rounds} rounds, ${faults} faults; calls: ${counts.join(', ')}`
    return problems.length === 0
      ? `ok    ${line}`
      : [`FAIL  ${line}`, ...problems].join('\n').replaceAll('\n', '\n      ')
  })
  return Promise.all(lines)
}

const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`
