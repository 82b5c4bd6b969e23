import { createAstakos } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { type Bench, compare, rate } from '@x-tooling/bench'

const concurrent = 200

export const bench: Bench = {
  title: 'Synnefo session over loopback',
  async run() {
    await using cloud = await createFakeSynnefo()
    const astakos = createAstakos({ url: cloud.url, token: cloud.token })
    await Promise.all(Array.from({ length: concurrent }, () => astakos.getQuotas()))
    const logins = cloud.requests.filter(({ path }) => path.endsWith('/tokens')).length
    const address = `${await astakos.session.endpoint('account')}/quotas`
    const headers = { 'x-auth-token': cloud.token }
    return [
      {
        name: `${concurrent} concurrent calls through one new session`,
        unit: 'logins',
        value: logins,
        goal: { atMost: 1 },
      },
      await compare({
        name: 'getQuotas through a session that is logged in',
        unit: 'calls/s',
        run: rate(1, () => astakos.getQuotas()),
        baseline: { name: 'fetch + json()', run: rate(1, async () => (await fetch(address, { headers })).json()) },
      }),
    ]
  },
}
