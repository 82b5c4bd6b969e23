/**
 * Who connects to whom when something is sent to another server. `pull`: the new server to the old one; `push`: the old
 * to the new; both need the one that is connected to to listen on HTTPS (`core.https_address`). `relay`: neither, this
 * program carries the bytes.
 */
export type MigrationMode = 'pull' | 'push' | 'relay'
