/** Sizes that a volume can have, in KiB. */
export const vlmSizeRange = { min: 4n, max: 1_099_511_627_776n }
