import type { FakeProcess, FakeProgram } from '../state/FakeProgram.js'

type Builtin = (process: FakeProcess, parameters: readonly string[]) => Promise<number> | number

const programs: Readonly<Record<string, Builtin>> = {
  true: () => 0,
  false: () => 1,
  async echo({ stdout }, words) {
    await stdout(`${words.join(' ')}\n`)
    return 0
  },
  async cat({ stdin, stdout }) {
    for await (const bytes of stdin) await stdout(bytes)
    return 0
  },
  async env({ environment, stdout }) {
    for (const [name, value] of Object.entries(environment)) await stdout(`${name}=${value}\n`)
    return 0
  },
  async sleep({ sleep }, [seconds]) {
    await sleep(Number(seconds) * 1_000)
    return 0
  },
  // Of a shell, only its leaving.
  sh: (_, [, script = '']) => Number(/^exit (\d+)$/.exec(script)?.[1] ?? 0),
}

/** The programs of the image. */
export const runBuiltin: FakeProgram = (process) => {
  const [name = '', ...parameters] = process.command
  return programs[name.slice(name.lastIndexOf('/') + 1)]?.(process, parameters)
}
