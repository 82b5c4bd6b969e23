import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** One field in the table of messages. */
export interface SpecField {
  name: string
  number: number
  type: string
  label: 'required' | 'optional' | 'repeated'
  typeName?: string
}

/** One message in the table of messages. */
export interface SpecMessage {
  fields: SpecField[]
  enums?: Record<string, Record<string, number>>
}

/** The tables of messages of both API versions. */
export const readSpec = (): Record<'2' | '3', Record<string, SpecMessage>> =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../spec/messages.json'), 'utf8'))
