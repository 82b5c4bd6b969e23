/** Two nodes with storage, and a resource on one of them. */
export const cluster = {
  nodes: [{ name: 'alpha' }, { name: 'bravo' }],
  storagePools: [
    { node: 'alpha', name: 'pool' },
    { node: 'bravo', name: 'pool' },
  ],
  resourceDefinitions: [{ name: 'web', volumes: [{ sizeKib: 4096 }] }],
  resources: [{ name: 'web', node: 'alpha', storagePool: 'pool' }],
}
