/** Tells whether a service of the cluster is running. */
export const isServiceRunning = ({ status }: { readonly status: string }): boolean => status === 'running'
