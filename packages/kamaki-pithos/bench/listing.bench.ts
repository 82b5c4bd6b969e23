import { type Bench, compare } from '@x-tooling/bench'
import { startCloud } from './support/startCloud.ts'

export const bench: Bench = {
  title: 'A listing, the server in another process',
  async run({ quick }) {
    const count = quick ? 10_000 : 100_000
    using cloud = await startCloud()
    await cloud.fill(count)
    const { accountUrl, token, pithos } = cloud
    const bare = async () => {
      let found = 0
      for (let marker = ''; ; ) {
        const answer = await fetch(`${accountUrl}/many?format=json&marker=${encodeURIComponent(marker)}`, {
          headers: { 'x-auth-token': token },
        })
        const page = JSON.parse(await answer.text()) as { name: string }[]
        found += page.length
        if (page.length < 10_000 || found >= count) break
        marker = page.at(-1)?.name ?? ''
      }
      if (found !== count) throw new Error(`${found} objects were listed`)
    }
    return [
      await compare({
        name: `${count} objects listed`,
        run: async () => {
          const { length } = await pithos.listObjects({ container: 'many' }).all()
          if (length !== count) throw new Error(`${length} objects were listed`)
        },
        baseline: { name: 'fetch and JSON.parse', run: bare },
        goal: { atMost: 1.5 },
        rounds: quick ? 5 : 7,
      }),
    ]
  },
}
