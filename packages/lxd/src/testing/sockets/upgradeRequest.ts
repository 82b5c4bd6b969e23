/** Marks requests for a WebSocket on their way to the handlers: a `Request` can't have the header `Upgrade` in browsers. */
export const upgradeMark = 'x-fake-upgrade'

/** A request for a WebSocket, as the handlers see it. */
export const upgradeRequest = (url: string, signal?: AbortSignal): Request =>
  new Request(url, { headers: { [upgradeMark]: 'websocket' }, ...(signal === undefined ? {} : { signal }) })
