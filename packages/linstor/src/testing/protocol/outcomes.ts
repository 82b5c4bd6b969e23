import {
  CREATED,
  DELETED,
  FAIL_UNKNOWN_ERROR,
  KEY_2ND_NODE,
  KEY_SNAPSHOT,
  KEY_UUID,
  MASK_CRT,
  MASK_DEL,
  MASK_MOD,
  MODIFIED,
  WARN_NOT_FOUND,
} from '@x/linstor-wire/constants'
import { CallRefused } from './CallRefused.js'
import type { ReplyInput } from './ReplyInput.js'
import type { Subject } from './subjects.js'

type Texts = Pick<ReplyInput, 'message' | 'cause' | 'correction' | 'details'>

/** The replies that all kinds of objects have in common. Words as observed on LINSTOR 0.6.0. */
export const outcomes = {
  /** @param done - `registered` or `created`, which differs by kind. */
  created: (subject: Subject, uuid: string, done: 'registered' | 'created'): ReplyInput => ({
    retCode: MASK_CRT | subject.object | CREATED,
    objRefs: withUuid(subject, uuid),
    message: `New ${inline(subject)} ${done}.`,
    details: `${subject.title} UUID is: ${uuid}`,
  }),
  modified: (subject: Subject, uuid: string): ReplyInput => ({
    retCode: MASK_MOD | subject.object | MODIFIED,
    objRefs: withUuid(subject, uuid),
    message: `${subject.title} modified.`,
    details: `${subject.title} UUID is: ${uuid}`,
  }),
  deleted: (subject: Subject, texts: Texts): ReplyInput => ({
    retCode: MASK_DEL | subject.object | DELETED,
    objRefs: subject.refs,
    ...texts,
  }),
  /** Deleted at once, with the UUID that it had. @param title - How it is called. @default as ever */
  removed: (subject: Subject, uuid: string, title: string = subject.title): ReplyInput => ({
    retCode: MASK_DEL | subject.object | DELETED,
    objRefs: withUuid(subject, uuid),
    message: `${title} deleted.`,
    details: `${title} UUID was: ${uuid}`,
  }),
  /** There was nothing to delete. */
  notThere: (subject: Subject, texts: Texts): ReplyInput => ({
    retCode: MASK_DEL | subject.object | WARN_NOT_FOUND,
    objRefs: subject.refs,
    ...texts,
  }),
  /** @param operation - `MASK_CRT`, `MASK_MOD` or `MASK_DEL`. @param failure - One of the `FAIL_` codes. */
  refused: (subject: Subject, operation: bigint, failure: bigint, texts: Texts): CallRefused =>
    new CallRefused({
      retCode: failure | operation | subject.object,
      objRefs: subject.refs,
      details: subject.context,
      ...texts,
    }),
  exists: (subject: Subject, failure: bigint, texts: Pick<Texts, 'message' | 'details'>): CallRefused =>
    outcomes.refused(subject, MASK_CRT, failure, { ...texts, cause: `The ${subject.kind} already exists` }),
  /** @param what - What is missing; the reply is about the subject that needs it. */
  notFound: (subject: Subject, operation: bigint, failure: bigint, what: Subject): CallRefused =>
    outcomes.refused(subject, operation, failure, {
      message: `${what.title} not found.`,
      cause: `The specified ${inline(what)} could not be found in the database`,
      correction: `Create a ${withName(what)} first.`,
    }),
  unknownException: (subject: Subject, operation: bigint, doing: string): ReplyInput => ({
    retCode: FAIL_UNKNOWN_ERROR | operation | subject.object,
    objRefs: subject.refs,
    message: `${doing} of ${inline(subject)} failed due to an unknown exception.`,
    details: subject.context,
  }),
}

const inline = ({ title }: Subject): string => title.charAt(0).toLowerCase() + title.slice(1)

// "a resource with the name 'web' on node 'alpha'"
const withName = (subject: Subject): string => inline(subject).replace(/ '/, " with the name '")

// The controller keeps references in a hash table, hence the order.
function withUuid({ refs }: Subject, uuid: string): Readonly<Record<string, string>> {
  const [first] = Object.entries(refs)
  if (first === undefined || ![KEY_SNAPSHOT, KEY_2ND_NODE].includes(first[0])) return { [KEY_UUID]: uuid, ...refs }
  return Object.fromEntries([first, [KEY_UUID, uuid], ...Object.entries(refs).slice(1)])
}
