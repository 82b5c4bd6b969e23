import { expect, test } from 'vitest'
import type { LxdEvent, LxdEventStream } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** The stream of events. */
export function eventSuite(target: Target): void {
  test('what happens after the subscription arrives, with its type, project and time', async () => {
    await using scratch = new Scratch(target)
    await using events = await scratch.lxd.events({ types: ['lifecycle'] })
    const name = await scratch.volume()
    const event = await first(events, (event) => event.type === 'lifecycle' && event.metadata.source.endsWith(name))
    expect(event).toMatchObject({ type: 'lifecycle', project: 'default', location: 'none' })
    if (event.type !== 'lifecycle') throw new Error('unreachable')
    expect(event.metadata.action).toBe('storage-volume-created')
    // LXD 5.0 puts the project before the name of a volume.
    expect(event.metadata.source).toBe(`/1.0/storage-pools/${target.dirPool}/volumes/custom/default_${name}`)
    expect(Date.parse(event.timestamp)).toBeGreaterThan(Date.now() - 60_000)
  })

  test('operations are told from their beginning to their end', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.get('custom', await scratch.volume())
    await using events = await scratch.lxd.events({ types: ['operation'] })
    await volume.snapshots.create({ name: 's1' })
    const seen: string[] = []
    for await (const event of events) {
      if (event.type !== 'operation' || !JSON.stringify(event.metadata.resources).includes(volume.name)) continue
      seen.push(event.metadata.status)
      if (event.metadata.status_code >= 200) break
    }
    expect(seen.at(-1)).toBe('Success')
    expect(seen).toContain('Running')
  })

  test('events of another project arrive only when they are asked for', async () => {
    await using scratch = new Scratch(target)
    const project = await scratch.project()
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    await using own = await scratch.lxd.events({ types: ['lifecycle'], project })
    await using other = await scratch.lxd.events({ types: ['lifecycle'] })
    await using all = await scratch.lxd.events({ types: ['lifecycle'], allProjects: true })
    const name = scratch.volumeName(project)
    await volumes.create({ name }, { project })
    const after = await scratch.volume()
    const isAbout = (event: LxdEvent) =>
      event.type === 'lifecycle' && [name, after].some((text) => event.metadata.source.includes(text))
    expect(await first(own, isAbout)).toMatchObject({ project })
    expect(await first(all, isAbout)).toMatchObject({ project })
    expect(await first(other, isAbout)).toMatchObject({ project: 'default' })
  })

  test('a type or project that does not exist is refused, with the text of the server', async () => {
    await using scratch = new Scratch(target)
    const type = await scratch.refusal(() => scratch.lxd.events({ types: ['bogus'] }))
    expect(type).toEqual({ status: 500, text: '"bogus" isn\'t a supported event type' })
    expect((await scratch.refusal(() => scratch.lxd.events({ project: 'bogus' }))).status).toBe(500)
  })

  test('a loop that is left ends the stream; so does close()', async () => {
    await using scratch = new Scratch(target)
    const events = await scratch.lxd.events({ types: ['lifecycle'] })
    await scratch.volume()
    for await (const _ of events) break
    await events.close()
    const closed = await scratch.lxd.events()
    await closed.close()
    await closed.close()
    for await (const event of closed) if (event.type === 'gap') throw new Error('a closed stream tells nothing')
  })

  test('an abort ends the stream with its reason, also while nothing happens', async () => {
    await using scratch = new Scratch(target)
    const controller = new AbortController()
    const reason = new Error('enough')
    const events = await scratch.lxd.events(
      { types: ['lifecycle'], project: await scratch.project() },
      { signal: controller.signal },
    )
    const reading = (async () => {
      for await (const _ of events);
    })()
    controller.abort(reason)
    await expect(reading).rejects.toBe(reason)
    await expect(scratch.lxd.events({}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })

  test('a reader that is too slow is told how much it missed', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.get('custom', await scratch.volume())
    await using events = await scratch.lxd.events({ types: ['lifecycle'], maxQueued: 2 })
    await using witness = await scratch.lxd.events({ types: ['lifecycle'] })
    for (const text of ['1', '2', '3', '4']) await volume.rawPut({ description: text })
    const last = await scratch.volume()
    await first(witness, (event) => event.type === 'lifecycle' && event.metadata.source.endsWith(last))
    const gap = await first(events, (event) => event.type === 'gap')
    expect(gap).toMatchObject({ type: 'gap', reason: 'overflow' })
    expect(gap.type === 'gap' && gap.missed).toBeGreaterThanOrEqual(3)
  })
}

async function first(events: LxdEventStream, wanted: (event: LxdEvent) => boolean): Promise<LxdEvent> {
  for await (const event of events) if (wanted(event)) return event
  throw new Error('the stream ended before the event')
}
