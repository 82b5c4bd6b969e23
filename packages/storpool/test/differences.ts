/** A point on which this package decides otherwise than the Python bindings 7.3.0. */
export interface Difference {
  /** What the bindings do. */
  bindings: string
  /** What this package does, and why. */
  instead: string
}

/**
 * By the name that the recorded cases give an accident of the bindings. In each of these this package refuses to send, or
 * reports an issue and keeps what came.
 */
export const stricter: Readonly<Record<string, Difference>> = {
  'boolean-as-integer': {
    bindings: 'true and false count as 1 and 0.',
    instead: 'Refused: a switch where a number belongs is a mistake.',
  },
  'fraction-truncated': {
    bindings: 'Fractions are cut off.',
    instead: 'Refused: which whole number is meant is unknown.',
  },
  'blanks-trimmed': {
    bindings: 'Blanks around digits are ignored.',
    instead: 'Refused: decimal text is digits and a minus sign.',
  },
  'plus-sign': { bindings: 'A plus sign is accepted.', instead: 'Refused, as above.' },
  'underscore-in-number': { bindings: 'Underscores between digits are ignored.', instead: 'Refused, as above.' },
  'non-ascii-digits': { bindings: 'Digits of any script count.', instead: 'Refused, as above.' },
  'trailing-newline-accepted': {
    bindings: 'A name may end with a line feed.',
    instead: 'Refused: the pattern does not allow it.',
  },
  stringified: {
    bindings: 'Anything is turned into text where text belongs.',
    instead: "Refused: a name made of a number, a list or null is nobody's intention.",
  },
  'null-as-None-text': {
    bindings: 'null becomes the text None.',
    instead: 'Refused: text is never invented. In the key-value store empty text means deletion.',
  },
  truthiness: {
    bindings: 'Any value is true or false; the text false is true.',
    instead: 'Refused: only true and false are.',
  },
  'numeric-equality': { bindings: '1 equals true.', instead: 'Refused: a constant is its own type.' },
  'length-check-only': {
    bindings: 'A key of the key-value store may be anything that has a length.',
    instead: 'Refused: a key is text.',
  },
  'container-coercion': {
    bindings: 'Text and objects count as lists of their characters and names: detach "12" detaches clients 1 and 2.',
    instead: 'Refused: a list is a list.',
  },
  'null-or-array-as-object': {
    bindings: 'null and [] count as an object without members.',
    instead: 'Refused: an object is an object.',
  },
}

/** By a name of our own: points that show in cases which are not marked as accidents. */
export const decided = {
  'reference-defect-mcMode': {
    bindings: 'mcMode accepts export alone; the label of the type swallowed move.',
    instead: 'Both are accepted, as by the server.',
  },
  'one-iscsi-command': {
    bindings: 'Several members of an iSCSI command may be set at once.',
    instead: 'Refused: the order in which the server carries them out is unknown.',
  },
  'exactly-one': {
    bindings: 'With both volume and snapshot, or location and remote, one of them is dropped in silence.',
    instead: 'Refused: which one is meant is unknown.',
  },
  'one-key': {
    bindings: 'Objects with one member accept any name for it, in answers and requests.',
    instead: 'The member has its documented name; others are dropped from requests and kept in answers.',
  },
  'iscsi-names': {
    bindings:
      'Names of iSCSI and of portal groups are not checked, and a missing one is filled with the pattern itself.',
    instead: 'They are required and checked; in answers a missing or odd one is an issue.',
  },
  'alternatives-by-mark': {
    bindings:
      'The first alternative that fits completely wins, so that a disk that is up and has one odd member is reported as down, and a request with one odd member is lost.',
    instead:
      'A mark tells the alternatives apart (generationLeft of -1, the status, members of snapshots); what does not fit then is an issue.',
  },
} satisfies Record<string, Difference>
