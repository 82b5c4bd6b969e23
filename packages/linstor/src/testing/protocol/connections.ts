import { MASK_CRT, MASK_MOD } from '@x/linstor-wire/constants'
import { changeProps, type PropChanges } from '../cluster/changeProps.js'
import { connectionKey } from '../cluster/connectionKey.js'
import type { Connection } from '../cluster/objects.js'
import type { Call } from './Call.js'
import { checkUuid } from './checkUuid.js'
import { outcomes } from './outcomes.js'
import type { Subject } from './subjects.js'

/** One connection that a call is about. */
export interface ConnectionTarget {
  readonly subject: Subject
  readonly first: string
  readonly second: string
  readonly volume?: number | undefined
  /** Where it is kept. */
  readonly among: Map<string, Connection>
}

/** What calls do to connections of all kinds. */
export const connections = {
  keyOf: ({ first, second, volume }: ConnectionTarget): string => connectionKey(first, second, volume),
  /** @param exists - `FAIL_EXISTS_…` of the kind. */
  create(call: Call, target: ConnectionTarget, props: PropChanges['overrideProps'], exists: bigint): void {
    const { subject, among } = target
    if (among.has(connections.keyOf(target))) {
      throw outcomes.exists(subject, exists, { message: `${subject.context} already exists.` })
    }
    const created = add(target, { overrideProps: props }, MASK_CRT)
    call.reply(outcomes.created(subject, created.uuid, 'created'))
  },
  /** @param missing - What to do when there is none: refuse with this code, or `create` it. */
  modify(
    call: Call,
    target: ConnectionTarget,
    changes: PropChanges & { readonly uuid: string | undefined },
    codes: { readonly missing: bigint | 'create'; readonly uuid: bigint },
  ): void {
    const { subject, among } = target
    const existing = among.get(connections.keyOf(target))
    const seeker = { subject, operation: MASK_MOD }
    if (existing === undefined) {
      if (codes.missing !== 'create') throw outcomes.notFound(subject, MASK_MOD, codes.missing, subject)
      call.reply(outcomes.modified(subject, add(target, changes, MASK_MOD).uuid))
      return
    }
    checkUuid(changes.uuid, existing.uuid, codes.uuid, seeker)
    changeProps('connection', existing.props, changes, seeker)
    call.reply(outcomes.modified(subject, existing.uuid))
  },
  /** Tells that there is nothing to delete, in the words of the controller, its missing blank included. */
  notThere(call: Call, { subject }: ConnectionTarget): void {
    const inline = subject.title.charAt(0).toLowerCase() + subject.title.slice(1)
    const message = `Could not delete ${inline}as it does not exist`
    call.reply(outcomes.notThere(subject, { message, cause: '', details: subject.context }))
  },
}

function add(target: ConnectionTarget, changes: PropChanges, operation: bigint): Connection {
  const { subject, first, second, volume, among } = target
  const props = new Map<string, string>()
  changeProps('connection', props, changes, { subject, operation })
  const created: Connection = {
    uuid: crypto.randomUUID(),
    first,
    second,
    volume,
    props,
    flags: new Set(),
    port: undefined,
  }
  among.set(connections.keyOf(target), created)
  return created
}
