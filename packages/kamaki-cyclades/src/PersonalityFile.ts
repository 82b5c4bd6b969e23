/** Who owns a file that is put into a new server, and who may use it. */
export interface PersonalityAccess {
  /** Where it goes, for example `/etc/motd`. */
  path: string
  /** Name of the owner. @default root */
  owner?: string | undefined
  /** Name of the group. @default root */
  group?: string | undefined
  /** Permissions, as a number (`0o600`) or as octal text (`'0600'`). @default 0o440 */
  mode?: number | string | undefined
}

/**
 * A file that is put into a new server: its content as text or bytes in `data`, or ready in base64 in `contents`. At most
 * five files of 10,240 bytes each, unless the cloud allows more.
 */
export type PersonalityFile = PersonalityAccess & ({ data: string | Uint8Array } | { contents: string })
