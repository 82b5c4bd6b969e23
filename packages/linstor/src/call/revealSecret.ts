import type { Secret } from '@x/core-errors'

/** The text of a passphrase or password, however the caller holds it. */
export const revealSecret = (value: string | Secret): string => (typeof value === 'string' ? value : value.reveal())
