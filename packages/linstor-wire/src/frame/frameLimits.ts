/** Size of the header before each payload, in bytes. */
export const frameHeaderBytes = 16

/**
 * Largest payload that a controller accepts, in bytes: 16 MiB. It silently cuts a larger announced length to this, reads
 * the rest as new frames, and the stream is lost.
 */
export const maxSentPayloadBytes = 16_777_216

/** Largest payload accepted from a controller by default, in bytes: 256 MiB. Lists of a controller have no limit. */
export const defaultMaxReceivedPayloadBytes = 268_435_456
