/**
 * Tells whether a LINSTOR release is another one or newer. `undefined` when the release is not known.
 *
 * @param release - For example `0.7.3`, as a controller tells it.
 */
export function releaseAtLeast(release: string | undefined, wanted: string): boolean | undefined {
  const [own, other] = [release ?? '', wanted].map((text) => /^(\d+)\.(\d+)\.(\d+)/.exec(text)?.slice(1).map(Number))
  if (own === undefined || other === undefined) return undefined
  const difference = own.map((part, index) => part - (other[index] ?? 0)).find((part) => part !== 0)
  return difference === undefined || difference > 0
}
