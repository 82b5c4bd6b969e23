import type { Lxd } from '@x/lxd'

declare const lxd: Lxd
declare const screen: WritableStream<string>

// #region shown
const instance = await lxd.instances.get('web')
const { exitCode, stdout } = await instance.execute(['sh', '-c', 'df -h /'], { user: 1000 })

await using run = await instance.exec(['psql'], { interactive: true, width: 120, height: 40 })
await run.stdout.pipeThrough(new TextDecoderStream()).pipeTo(screen)
await run.exitCode

await instance.files.recursivePut('./site', '/var/www')
// #endregion
