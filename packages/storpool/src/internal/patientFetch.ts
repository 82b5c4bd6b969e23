interface Dispatcher {
  dispatch(options: object, handler: unknown): unknown
}

// Where Node keeps the dispatcher of its fetch, in the order of preference.
const places = [Symbol.for('undici.globalDispatcher.2'), Symbol.for('undici.globalDispatcher.1')]

const globalDispatcher = (): Dispatcher | undefined =>
  places.map((place) => (globalThis as { [place: symbol]: Dispatcher | undefined })[place]).find(Boolean)

/** The process's own dispatcher, without the bound on silence that it puts on every request. */
const patient: Dispatcher = {
  dispatch: (options, handler) =>
    globalDispatcher()?.dispatch({ ...options, headersTimeout: 0, bodyTimeout: 0 }, handler),
}

/**
 * `fetch`, without the bound that Node's puts on it: a request whose answer takes longer than 300 s to begin would be
 * given up, and some calls wait until a client has done its part. `timeoutMs` bounds the call.
 */
export const patientFetch: typeof globalThis.fetch = (input, init) =>
  // Other runtimes do not know the member and have no such bound.
  globalThis.fetch(input, { ...init, dispatcher: patient } as RequestInit)
