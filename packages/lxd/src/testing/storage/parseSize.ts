const units: Readonly<Record<string, number>> = { '': 1, B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15, EB: 1e18 }
const binary: Readonly<Record<string, number>> = { KiB: 1, MiB: 2, GiB: 3, TiB: 4, PiB: 5, EiB: 6 }

/** A size in bytes; `undefined` when the text is none. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d+)([A-Za-z]*)$/.exec(text)
  if (match === null) return undefined
  const unit = match[2] ?? ''
  const power = binary[unit]
  const factor = power === undefined ? units[unit] : 1024 ** power
  return factor === undefined ? undefined : Number(match[1]) * factor
}
