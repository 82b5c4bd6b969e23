import type { RestoreNode } from '@x/linstor-wire/messages/RestoreNode'

/** Names of nodes as the messages that restore snapshots hold them. */
export const toRestoreNodes = (names: readonly string[] = []): RestoreNode[] => names.map((name) => ({ name }))
