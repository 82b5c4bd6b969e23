/** Base and exponent of each unit. A single letter in a text, `K`, means the binary unit. */
const powers = {
  B: [2, 0],
  KiB: [2, 10],
  MiB: [2, 20],
  GiB: [2, 30],
  TiB: [2, 40],
  PiB: [2, 50],
  EiB: [2, 60],
  ZiB: [2, 70],
  YiB: [2, 80],
  kB: [10, 3],
  MB: [10, 6],
  GB: [10, 9],
  TB: [10, 12],
  PB: [10, 15],
  EB: [10, 18],
  ZB: [10, 21],
  YB: [10, 24],
} as const satisfies Record<string, readonly [2 | 10, number]>

/** Name of a unit. */
export type SizeUnit = keyof typeof powers

/** What is known of a unit. */
export interface SizeUnitFacts {
  /** Its size in bytes. */
  readonly bytes: bigint
  /** Its number in tools of LINSTOR: the exponent, and above that 2 for binary units and 10 for decimal ones. */
  readonly code: number
}

/** All units. */
export const sizeUnits: ReadonlyMap<SizeUnit, SizeUnitFacts> = new Map(
  Object.entries(powers).map(([name, [base, exponent]]) => [
    name as SizeUnit,
    { bytes: BigInt(base) ** BigInt(exponent), code: exponent | (base << 8) },
  ]),
)
