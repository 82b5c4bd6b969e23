import { FAIL_INVLD_PROP } from '@x/linstor-wire/constants'
import type { LinStorMapEntry } from '@x/linstor-wire/messages/LinStorMapEntry'
import { outcomes } from '../protocol/outcomes.js'
import type { Subject } from '../protocol/subjects.js'
import { checkProps, type PropsOwner } from './checkProps.js'

/** What a call wants of properties. */
export interface PropChanges {
  readonly overrideProps: readonly LinStorMapEntry[]
  readonly deletePropKeys?: readonly string[] | undefined
}

/**
 * Sets and deletes properties of an object.
 *
 * @param operation - `MASK_CRT` or `MASK_MOD`, for the refusal.
 * @throws {CallRefused} when one of them is not allowed; then none is changed.
 */
export function changeProps(
  owner: PropsOwner,
  props: Map<string, string>,
  changes: PropChanges,
  { subject, operation }: { subject: Subject; operation: bigint },
): void {
  const failure = checkProps(owner, changes.overrideProps)
  if (failure !== undefined) {
    const { key, value, pattern } = failure
    const texts =
      pattern === undefined
        ? { message: 'Invalid property key', cause: `The key '${key}' is not whitelisted.` }
        : { message: 'Invalid property value', cause: `The value '${value}' is not valid for the key '${key}'.` }
    throw outcomes.refused(subject, operation, FAIL_INVLD_PROP, texts)
  }
  for (const { key, value } of changes.overrideProps) props.set(key, value)
  for (const key of changes.deletePropKeys ?? []) props.delete(key)
}
