/** What every event of a call says. Never holds a token, a password or a body. */
export interface CallEvent {
  /** Which client: `storpool`, `linstor`, `lxd`, `astakos`, `cyclades`, `pithos`. */
  client: string
  /** The call, named as the client names it. */
  operation: string
  /** The id of the call; the same in all its events and in its error. */
  requestId: string
  /** Number of the attempt, 1 for the first. */
  attempt: number
}

/** An attempt is about to be sent. */
export interface RequestEvent extends CallEvent {
  /** The HTTP method; `undefined` for protocols without one. */
  method?: string | undefined
  /** Where it goes, without credentials. */
  url?: string | undefined
}

/** The head of an answer arrived. */
export interface ResponseEvent extends RequestEvent {
  /** The HTTP status; `undefined` for protocols without one. */
  status?: number | undefined
  /** Since the attempt began, in milliseconds. */
  durationMs: number
}

/** An attempt failed and another will follow. */
export interface RetryEvent extends CallEvent {
  /** How long the client waits before it, in milliseconds. */
  delayMs: number
  /** Why the attempt failed. */
  error: unknown
}

/** A call failed for good; the caller gets the same error. */
export interface FailureEvent extends CallEvent {
  /** What the caller gets, its own abort reason included. */
  error: unknown
}

/** Something that no call failed of and a log should still show, such as a connection made anew. */
export interface NoticeEvent {
  /** Which client: `storpool`, `linstor`, `lxd`, `astakos`, `cyclades`, `pithos`. */
  client: string
  /** What happened, in a word that does not change: `reconnected`, `unknown-answer`. The client documents its own. */
  code: string
  /** The same in a sentence. */
  message: string
  /** Why, where there is a reason. */
  error?: unknown
}

/**
 * Functions that a client calls as it works. They run synchronously and can't change the call: what they throw is
 * reported as a process warning (or on the console) and the call goes on.
 */
export interface ClientHooks {
  /** An attempt is about to be sent. */
  onRequest?: ((event: RequestEvent) => void) | undefined
  /** The head of an answer arrived. */
  onResponse?: ((event: ResponseEvent) => void) | undefined
  /** An attempt failed and another will follow. */
  onRetry?: ((event: RetryEvent) => void) | undefined
  /** A call failed for good. */
  onFailure?: ((event: FailureEvent) => void) | undefined
  /** Something that no call failed of and a log should still show. */
  onNotice?: ((event: NoticeEvent) => void) | undefined
}

/** What the hook of a name is called with. */
export type HookEvent<Name extends keyof ClientHooks> = Parameters<NonNullable<ClientHooks[Name]>>[0]
