import { kamakiTable } from './kamakiTable.ts'

const services = [
  { heading: 'Servers (createCompute)', kamaki: 'Compute', specs: ['computeRest', 'compute', 'openstackCompute'] },
  { heading: 'Networks (createNetwork)', kamaki: 'Network', specs: ['networkRest', 'network', 'openstackNetwork'] },
  {
    heading: 'Volumes (createBlockStorage)',
    kamaki: 'BlockStorage',
    specs: ['blockStorageRest', 'blockStorage', 'openstackBlockStorage'],
  },
  { heading: 'Images (createImage)', kamaki: 'Image', specs: ['image'] },
]

/** Methods of kamaki's clients of Cyclades and Plankton beside those of the package, a table per service. */
export const cycladesNames = (root: string): string =>
  services
    .map(({ heading, kamaki, specs }) => {
      const bases = [`${kamaki}Client`, `${kamaki}RestClient`]
      const classes = [...bases.map((name) => `Cyclades${name}`), ...bases]
      return `### ${heading}\n\n${kamakiTable(root, { folder: 'packages/kamaki-cyclades', specs, classes })}`
    })
    .join('\n\n')
