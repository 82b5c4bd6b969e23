import { expect } from 'vitest'
import type { LxdUpdatable } from '../../src/index.js'

/** How {@link changeEveryWay} changes an object. */
export interface ChangedField<Data> {
  /** The field that is changed. @default description */
  key?: keyof Data & string
  /** What it becomes, for each way to change it. @default a text */
  valueBy?: (way: string) => unknown
  /** Whether the server's own PATCH needs the whole object. @default false */
  wholePatch?: boolean
}

const description = (way: string) => `changed by ${way}`

/** Changes one field of an object in every way there is, and looks what the server made of it. */
export async function changeEveryWay<Data extends object, Put extends object>(
  object: Data & LxdUpdatable<Put>,
  { key = 'description' as keyof Data & string, valueBy = description, wholePatch = false }: ChangedField<Data> = {},
): Promise<void> {
  const part = (way: string) => ({ [key]: valueBy(way) }) as object as Put
  const whole = (way: string) => ({ ...object, [key]: valueBy(way) }) as object as Put
  const isBy = (way: string) => expect({ ...object }).toMatchObject({ [key]: valueBy(way) })
  await object.patch(part('patch'))
  isBy('patch')
  await object.put(whole('put'))
  isBy('put')
  await object.rawPut(whole('rawPut'))
  isBy('put')
  await object.rollback()
  isBy('rawPut')
  await object.rawPatch(wholePatch ? whole('rawPatch') : part('rawPatch'))
  isBy('rawPut')
  await object.rollback()
  isBy('rawPatch')
  Object.assign(object, part('save'))
  await object.save()
  await object.rollback()
  isBy('save')
  Object.assign(object, part('sync'))
  await object.sync()
  isBy('sync')
  await object.rollback()
  isBy('save')
}
