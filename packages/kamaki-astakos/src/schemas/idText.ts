import * as z from 'zod/mini'

/** An id, always as text: the services answer some as numbers. */
export const idText = z.pipe(z.union([z.string(), z.number()]), z.transform(String))
