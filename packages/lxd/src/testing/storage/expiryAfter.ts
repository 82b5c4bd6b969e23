const unitMs: Readonly<Record<string, number>> = {
  S: 1_000,
  M: 60_000,
  H: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  m: 2_592_000_000,
  y: 31_536_000_000,
}

/** When something expires after a text such as `1d 3H`; `undefined` for never. Months count 30 days, years 365. */
export function expiryAfter(text: string, now: number): number | undefined {
  let at = now
  for (const [, count, unit = ''] of text.matchAll(/(\d+)([SMHdwmy])/g)) at += Number(count) * (unitMs[unit] ?? 0)
  return at === now ? undefined : at
}
