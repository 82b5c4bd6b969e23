/** Accidents of the Python bindings on which this package decides otherwise: what it does instead, and why. */
export const differences: Readonly<Record<string, { reason: string; instead: object }>> = {
  'pending-continuation-lost': {
    reason: 'A value that goes on at the end of the file is most likely cut off; losing it in silence hides that.',
    instead: { error: 'SPConfigException', file: '/etc/storpool.conf' },
  },
}
