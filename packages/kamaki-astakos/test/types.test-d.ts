import { expectTypeOf } from 'vitest'
import { type Astakos, createAstakos, type Quota, type SynnefoApiError } from '../src/index.js'

const astakos = createAstakos({ url: 'https://accounts.example.org', token: 'x' })

expectTypeOf(astakos).toEqualTypeOf<Astakos>()
expectTypeOf(astakos.getQuotas()).resolves.toEqualTypeOf<Record<string, Record<string, Quota>>>()
expectTypeOf<Quota['limit']>().toEqualTypeOf<bigint>()
expectTypeOf(astakos.projectAction)
  .parameter(0)
  .toHaveProperty('action')
  .toEqualTypeOf<'suspend' | 'unsuspend' | 'terminate' | 'reinstate'>()
expectTypeOf<SynnefoApiError['status']>().toEqualTypeOf<number>()
// @ts-expect-error: a new project needs an end
astakos.createProject({ specs: { name: 'lab.example.org' } })
