import { expect, test } from 'vitest'
import { isLxdApiError, isLxdNotFound } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Consoles of instances, and what the server keeps of them. */
export function consoleSuite(target: Target): void {
  test('what the instance prints arrives, and is in the log until that is cleared', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.running()
    await using console = await instance.console({ width: 100, height: 30 })
    await console.resize(132, 43)
    let output = ''
    const shown = new WritableStream<Uint8Array>({
      write(bytes) {
        output += new TextDecoder().decode(bytes)
      },
    })
    const reading = console.readable.pipeTo(shown)
    // The server answers before it reads the console: what is printed until then is only in the log.
    const print = () => instance.execute(['sh', '-c', 'echo printed >/dev/console'])
    await expect.poll(() => print().then(() => output), { timeout: 30_000 }).toContain('printed')
    expect(await instance.logs.console()).toContain('printed')
    await instance.logs.clearConsole()
    expect(await instance.logs.console()).not.toContain('printed')
    await console.close()
    await reading
  })

  test('what is typed arrives in the instance', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.running()
    await using console = await instance.console()
    const reading = instance.execute(['head', '-n', '5', '/dev/console'])
    const writer = console.writable.getWriter()
    // The console of the image reads, too: it may get a line, or a part of one.
    const typing = setInterval(() => void writer.write('typed\n').catch(() => {}), 100)
    expect((await reading).stdout).toMatch(/typed/)
    clearInterval(typing)
  })

  test('a console that is closed ends, and the instance goes on', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.running()
    const console = await instance.console()
    const reading = new Response(console.readable).text()
    await console.close()
    await console.close()
    await console.closed
    await reading
    expect((await instance.state()).status).toBe('Running')
    const abort = new AbortController()
    const other = await instance.console({}, { signal: abort.signal })
    const read = other.readable.getReader().read()
    abort.abort('enough')
    await expect(read).rejects.toBe('enough')
    await other.closed
  })

  test('a console ends with its instance', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.running()
    await using console = await instance.console()
    const reading = new Response(console.readable).text()
    await instance.stop({ force: true })
    await reading
    await console.closed
  })

  test('there is no console of a stopped or missing instance, and no screen of a container', async () => {
    await using scratch = new Scratch(target)
    const instance = await scratch.running()
    const vga = await instance.console({ type: 'vga' }).catch((error: unknown) => error)
    expect(isLxdApiError(vga) && vga.status).toBe(400)
    await instance.stop({ force: true })
    const stopped = await instance.console().catch((error: unknown) => error)
    expect(isLxdApiError(stopped) && stopped.status).toBe(400)
    await instance.delete()
    expect(isLxdNotFound(await instance.console().catch((error: unknown) => error))).toBe(true)
  })
}
