import { isOffline } from '../cluster/isOffline.js'
import type { Node } from '../cluster/objects.js'
import { runOnSatellite } from '../cluster/runOnSatellite.js'
import type { Call } from './Call.js'

/** What happens as satellites get done. */
export interface SatelliteWork<Item> {
  /** Whether the call stays open until those that can be reached are done. Answers after its end are not sent. @default true */
  readonly wait?: boolean
  /** Done for each of them, whenever its satellite gets to it. */
  readonly each?: (item: Item) => void
  /** Done once, when all that can be reached are done; at once when there is none. */
  readonly last?: () => void
}

/** Leaves work on some objects to the satellites of their nodes. */
export function askSatellites<Item extends { readonly node: Node }>(
  call: Call,
  items: readonly Item[],
  { wait = true, each, last }: SatelliteWork<Item>,
): void {
  const reachable = new Set(items.filter(({ node }) => !isOffline(node)))
  let open = reachable.size
  if (open === 0) last?.()
  else if (wait) call.stage()
  for (const item of items) {
    runOnSatellite(call.cluster, item.node, () => {
      each?.(item)
      if (!reachable.has(item) || --open > 0) return
      last?.()
      if (wait) call.complete()
    })
  }
}
