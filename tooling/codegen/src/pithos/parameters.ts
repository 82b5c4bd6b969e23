import type { CallSpec, ParameterSpec, Spec } from './Spec.ts'

/** A parameter of one call, its meaning looked up. */
export interface Parameter {
  name: string
  isOptional: boolean
  type: string
  doc: string
  placement: string | undefined
}

/** The parameters of a call, without those that name its target. */
export function parametersOf(spec: Spec, name: string, call: CallSpec): Parameter[] {
  return (call.params ?? []).map((text) => {
    const [given = '', meaning = given] = text.split(': ')
    const isOptional = given.endsWith('?')
    const entry: ParameterSpec | undefined = spec.parameters[meaning.replace('?', '')]
    if (entry === undefined) throw new Error(`${name}: the table has no parameter «${meaning}»`)
    const [type, doc, placement] = entry
    return { name: given.replace('?', ''), isOptional, type, doc, placement }
  })
}

/** Which interface names the target of a call, and whether it must be given. */
export function targetOf(call: CallSpec): { type: string | undefined; isRequired: boolean } {
  const level = call.request?.split(' ')[1]
  if (level === 'object') return { type: 'ObjectTarget', isRequired: true }
  if (level === 'container') return { type: 'ContainerTarget', isRequired: false }
  return { type: level === 'account' ? 'AccountTarget' : undefined, isRequired: false }
}
