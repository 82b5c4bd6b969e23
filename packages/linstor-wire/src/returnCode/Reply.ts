/** What the predicates look at: a `MsgApiCallResponse`, or a return code alone. */
export type Reply = bigint | { readonly retCode: bigint }

/** The return code of a reply. */
export const retCodeOf = (reply: Reply): bigint => (typeof reply === 'bigint' ? reply : reply.retCode)
