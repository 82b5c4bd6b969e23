type RawJson = { rawJSON?: (text: string) => unknown }

/** Writes JSON; the `bigint`s that `parseJson` makes come out as the numbers they were. */
export const stringifyJson = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'bigint' ? ((JSON as RawJson).rawJSON?.(item.toString()) ?? Number(item)) : item,
  )
