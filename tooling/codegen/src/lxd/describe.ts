import type { OperationRow } from './table.ts'

const singular: Record<string, string> = {
  aliases: 'image alias',
  backups: 'backup',
  bearer: 'bearer identity',
  buckets: 'storage bucket',
  certificates: 'certificate of the trust store',
  'exec-output': 'recorded output of a command',
  forwards: 'network forward',
  groups: 'group',
  identities: 'identity',
  'identity-provider-groups': 'identity provider group',
  images: 'image',
  instances: 'instance',
  keys: 'key of a storage bucket',
  links: 'cluster link',
  'load-balancer-pools': 'network load balancer pool',
  'load-balancers': 'network load balancer',
  logs: 'log file of an instance',
  members: 'cluster member',
  'network-acls': 'network ACL',
  'network-zones': 'network zone',
  networks: 'network',
  oidc: 'OIDC identity',
  'oidc-sessions': 'OIDC session',
  operations: 'operation',
  peers: 'network peering',
  permissions: 'permission',
  'placement-groups': 'placement group',
  profiles: 'profile',
  projects: 'project',
  records: 'record of a network zone',
  replicators: 'replicator',
  snapshots: 'snapshot',
  'storage-pools': 'storage pool',
  'storage-volumes': 'storage volume',
  tls: 'TLS identity',
  volumes: 'storage volume',
  warnings: 'warning',
}

const plural = (name: string): string =>
  /^(?:certificate|key|log file|recorded output|record) /.test(name)
    ? name.replace(/^(certificate|key|log file|record|recorded output)\b/, (word) =>
        word === 'recorded output' ? 'recorded outputs' : `${word}s`,
      )
    : name
        .replace(/y$/, 'ie')
        .replace(/(?<=alia)s$/, 'se')
        .concat('s')

const article = (name: string): string => (/^[aeioAEIO]/.test(name) ? `an ${name}` : `a ${name}`)

/** What the paths that are neither a collection nor a member of one do, by the end of the path. */
const special: Record<string, string> = {
  'GET /': 'Lists the versions of the API',
  'GET /1.0': 'Reads what the server is, what it can and how it is configured',
  'PUT /1.0': 'Replaces the configuration of the server: keys that are not sent are unset',
  'PATCH /1.0': 'Changes some keys of the configuration of the server',
  'GET /1.0/cluster': 'Reads whether the server is part of a cluster',
  'PUT /1.0/cluster': 'Bootstraps, joins or disables clustering',
  'PUT /1.0/cluster/certificate': 'Replaces the certificate of the cluster',
  'GET /1.0/events': 'Opens the stream of events',
  'GET /1.0/metrics': 'Reads the metrics of the instances, as OpenMetrics text',
  'GET /1.0/resources': 'Reads the hardware of the server',
  'GET /1.0/auth/identities/current': 'Reads who the caller is, and what the caller may do',
  'GET /1.0/metadata/configuration': 'Reads the description of every configuration key',
  'GET /1.0/network-allocations': 'Lists the addresses in use',
  'PUT /1.0/instances': 'Changes the state of every instance of the project',
}

const lastSegment: Record<string, Partial<Record<OperationRow['method'], string>>> = {
  console: { GET: 'Reads the console log of', POST: 'Attaches to the console of', DELETE: 'Clears the console log of' },
  exec: { POST: 'Runs a command in' },
  'exec-output': { GET: 'Lists the recorded output of commands run in' },
  export: { GET: 'Downloads', POST: 'Sends to another server:' },
  files: {
    GET: 'Reads a file or lists a directory of',
    HEAD: 'Reads the type, owner and mode of a file of',
    POST: 'Writes a file, directory or link into',
    DELETE: 'Deletes a file of',
  },
  leases: { GET: 'Lists the DHCP leases of' },
  log: { GET: 'Downloads the log of' },
  logs: { GET: 'Lists the log files of' },
  metadata: {
    GET: 'Reads the image metadata of',
    PUT: 'Replaces the image metadata of',
    PATCH: 'Changes the image metadata of',
  },
  rebuild: { POST: 'Empties, or fills from an image, the root volume of' },
  refresh: { POST: 'Downloads again from its source' },
  resources: { GET: 'Reads how much space is used of' },
  secret: { POST: 'Makes a secret for one download of' },
  sftp: { GET: 'Opens an SFTP connection to' },
  state: { GET: 'Reads the state of', PUT: 'Changes the state of', POST: 'Evacuates or restores' },
  templates: {
    GET: 'Lists the templates, or reads one, of',
    POST: 'Writes a template of',
    DELETE: 'Deletes a template of',
  },
  token: { POST: 'Issues a token for', DELETE: 'Revokes the token of' },
  'uefi-vars': { GET: 'Reads the UEFI variables of', PUT: 'Replaces the UEFI variables of' },
  wait: { GET: 'Waits for the end of' },
  websocket: { GET: 'Connects to a stream of' },
}

/** One sentence about an operation, made from its method and path. */
export function describe(operation: OperationRow): string {
  const known = special[`${operation.method} ${operation.path}`]
  const suffix = operation.public === true ? ', as a caller without a trusted certificate may' : ''
  if (known !== undefined) return `${known}${suffix}.`
  const segments = operation.path.split('/')
  const last = segments.at(-1) ?? ''
  const named = (segment: string | undefined): string => singular[segment ?? ''] ?? 'object'
  if (last.startsWith('{')) {
    const collection = segments.at(-2)?.startsWith('{') ? segments.at(-3) : segments.at(-2)
    const isType = collection === 'volumes' && last === '{type}'
    if (isType || (collection === 'storage-volumes' && last === '{type}'))
      return `${collectionVerb(operation, named(collection), ' of one type')}${suffix}.`
    return `${memberVerb(operation, named(collection))}${suffix}.`
  }
  const verb = lastSegment[last]?.[operation.method]
  const parent = segments.at(-2)
  if (verb !== undefined && (parent?.startsWith('{') || last === 'templates' || last === 'exec-output')) {
    const owner = segments.findLast(
      (segment, index) => segments[index + 1]?.startsWith('{') && !segment.startsWith('{'),
    )
    return `${verb} ${article(named(owner))}${suffix}.`
  }
  return `${collectionVerb(operation, named(last), '')}${suffix}.`
}

function collectionVerb(operation: OperationRow, name: string, limit: string): string {
  if (operation.method === 'POST')
    return operation.public === true ? `Adds ${article(name)}` : `Creates ${article(name)}`
  if (operation.method !== 'GET') return `Changes the ${plural(name)}${limit}`
  if (operation.recursion === undefined) return `Lists the paths of the ${plural(name)}${limit}`
  return `Lists the ${plural(name)}${limit}${operation.recursion === 2 ? ' with all that belongs to them' : ''}`
}

function memberVerb(operation: OperationRow, name: string): string {
  switch (operation.method) {
    case 'GET':
      return operation.recursion === 1 ? `Reads ${article(name)} with all that belongs to it` : `Reads ${article(name)}`
    case 'PUT':
      return `Replaces what can be changed of ${article(name)}: what is not sent is emptied`
    case 'PATCH':
      return `Changes what is sent of ${article(name)}`
    case 'POST':
      return `Renames or moves ${article(name)}`
    default:
      return `Deletes ${article(name)}`
  }
}
