/** A part of an object: where it begins and how many bytes it has. */
export interface Slice {
  readonly offset: number
  readonly length: number
}

/** Reads `Range`; `undefined` when there is none, or when it is no list of ranges and therefore ignored. */
export function byteRanges(header: string | undefined, size: number): Slice[] | undefined {
  const text = header?.replaceAll(' ', '') ?? ''
  if (!text.startsWith('bytes=')) return undefined
  const slices: Slice[] = []
  for (const part of text.slice('bytes='.length).split(',')) {
    const [, from = '', to = ''] = /^(\d*)-(\d*)$/.exec(part) ?? []
    if (from === '' && to === '') return undefined
    if (from === '') slices.push({ offset: size - Number(to), length: Number(to) })
    else if (to === '') slices.push({ offset: Number(from), length: size - Number(from) })
    else if (Number(from) > Number(to)) return undefined
    else slices.push({ offset: Number(from), length: Number(to) - Number(from) + 1 })
  }
  return slices
}

/** Whether a slice lies within an object and is not empty. */
export const isWithin = ({ offset, length }: Slice, size: number): boolean =>
  length > 0 && offset >= 0 && offset + length <= size
