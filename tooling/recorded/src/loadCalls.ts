import { loadSpecs } from '@x-tooling/codegen/kamaki'

/** A call of a table, as far as tests of all calls need it. */
export interface TableCall {
  readonly name: string
  readonly service: string
  /** `undefined` for calls that only combine others. */
  readonly method: string | undefined
  /** With optional parts in brackets. */
  readonly path: string
  /** Name, with a `?` at its end when it may be left out; then type, doc and the texts it is limited to. */
  readonly params: readonly [name: string, type: string, oneOf: readonly string[] | undefined][]
  readonly query: Readonly<Record<string, unknown>>
  /** Whether the result is read out of a JSON body. */
  readonly readsJson: boolean
  /** Whether the table has no body for it: a file of its own makes the call. */
  readonly byHand: boolean
  readonly raw: boolean
}

/** Reads the calls of a table in a package's `spec` folder. */
export function loadCalls(specFolder: string, table: string): TableCall[] {
  return loadSpecs(specFolder, [table]).flatMap(({ service, calls }) =>
    Object.entries(calls).map(([name, call]): TableCall => {
      const [method, path = ''] = call.request?.split(' ') ?? []
      return {
        name,
        service: call.service ?? service,
        method,
        path,
        params: Object.entries(call.params ?? {}).map(([key, [type, , oneOf]]) => [key, type, oneOf] as const),
        query: call.query ?? {},
        readsJson: call.returns !== undefined,
        byHand: call.hand !== undefined,
        raw: call.raw === true,
      }
    }),
  )
}

/**
 * Parameters for a call.
 *
 * @param text - Makes the value of a parameter that may be any text.
 * @param all - Whether parameters that may be left out are given too.
 */
export function parametersFor(
  call: TableCall,
  text: (name: string) => string,
  { all = false }: { all?: boolean } = {},
): Record<string, unknown> {
  const value = (name: string, type: string, oneOf: readonly string[] | undefined): unknown => {
    if (oneOf !== undefined) return oneOf[0]
    if (type === 'boolean') return true
    if (name === 'size') return 20
    if (type === 'number') return 7
    if (type === 'unknown' || type.endsWith('Specs')) return { name: text(name) }
    if (type.startsWith('Readonly<Record')) return { key: text(name) }
    if (type.startsWith('readonly number[]')) return [200]
    if (type.startsWith('readonly FixedIp')) return [{ ip_address: text(name) }]
    if (type.startsWith('readonly')) return [text(name)]
    return text(name)
  }
  return Object.fromEntries(
    call.params
      .filter(([name]) => name !== 'success?' && name !== 'detail?' && (all || !name.endsWith('?')))
      .map(([name, type, oneOf]) => [name.replace('?', ''), value(name.replace('?', ''), type, oneOf)]),
  )
}
