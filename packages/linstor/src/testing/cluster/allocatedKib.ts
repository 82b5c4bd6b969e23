const extentKib = 4_096n

/** What a volume takes in a volume group, in KiB: with room for DRBD's metadata of 7 peers, in extents of 4 MiB. */
export function allocatedKib(sizeKib: bigint): bigint {
  const bitmapKib = (sizeKib + 32_767n) / 32_768n
  const wantedKib = sizeKib + 7n * bitmapKib + 36n
  return ((wantedKib + extentKib - 1n) / extentKib) * extentKib
}
