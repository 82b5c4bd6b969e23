/** Entries that the server puts into one answer at most. @see Synnefo 0.21, settings of snf-pithos-app */
export const mostEntries = 10_000
