import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

// What a list is read for: the objects of pylxd hold nothing but their names until an attribute is asked for.
const program = `
import sys, time, warnings
warnings.simplefilter('ignore')
import pylxd
pool = pylxd.Client(sys.argv[1]).storage_pools.get(sys.argv[2])
start = time.perf_counter()
count = len([volume.config for volume in pool.volumes.all()])
print(count, (time.perf_counter() - start) * 1000)
`

/** The Python that has pylxd: that of `PYTHON`, or `python3`. `undefined` where there is none. */
export async function pythonWithPylxd(): Promise<string | undefined> {
  const python = process.env['PYTHON'] ?? 'python3'
  return run(python, ['-c', 'import pylxd']).then(
    () => python,
    () => undefined,
  )
}

/** Lists the volumes of a pool with their configuration. @returns How many there are, and milliseconds. */
export async function listWithPylxd(python: string, socketPath: string, poolName: string): Promise<[number, number]> {
  const { stdout } = await run(python, ['-c', program, socketPath, poolName])
  const [count = Number.NaN, milliseconds = Number.NaN] = stdout.split(' ').map(Number)
  return [count, milliseconds]
}
