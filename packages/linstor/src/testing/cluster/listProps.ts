import type { LinStorMapEntry } from '@x/linstor-wire/messages/LinStorMapEntry'

/** Properties as the controller lists them: in each namespace first its own keys, then the namespaces in it, sorted. */
export function listProps(props: ReadonlyMap<string, string>): LinStorMapEntry[] {
  return [...props].map(([key, value]) => ({ key, value })).sort((a, b) => compare(a.key.split('/'), b.key.split('/')))
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (let depth = 0; ; depth++) {
    const aEnds = depth === a.length - 1
    const bEnds = depth === b.length - 1
    if (aEnds !== bEnds) return aEnds ? -1 : 1
    const left = a[depth] ?? ''
    const right = b[depth] ?? ''
    if (left !== right) return left < right ? -1 : 1
    if (aEnds) return 0
  }
}
