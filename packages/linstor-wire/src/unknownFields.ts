/**
 * Key under which a decoded message keeps the fields that its schema does not know, as the bytes that were received.
 * Encoding such a message writes them again, so that what a newer controller sent survives being read and sent back.
 * The same symbol in every copy of this package; `JSON.stringify` and `Object.keys` do not see it, spreading keeps it.
 */
export const unknownFields: unique symbol = Symbol.for('@x/linstor-wire/unknownFields')
