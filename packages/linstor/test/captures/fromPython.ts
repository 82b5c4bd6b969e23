/** Names of the positional parameters of the Python methods, in camelCase; a nested name is that of an object. */
const positional: Record<string, readonly string[]> = {
  node_create: ['nodeName', 'nodeType', 'ip'],
  node_modify: ['nodeName'],
  node_delete: ['nodeName'],
  node_lost: ['nodeName'],
  node_list: [],
  netinterface_create: ['nodeName', 'interfaceName', 'ip'],
  netinterface_modify: ['nodeName', 'interfaceName', 'ip'],
  netinterface_delete: ['nodeName', 'interfaceName'],
  storage_pool_dfn_create: ['name'],
  storage_pool_dfn_modify: ['name', 'propertyDict'],
  storage_pool_dfn_delete: ['name'],
  storage_pool_dfn_list: [],
  storage_pool_dfn_max_vlm_sizes: ['placeCount'],
  storage_pool_create: ['nodeName', 'storagePoolName', 'storageDriver', 'driverPoolName'],
  storage_pool_modify: ['nodeName', 'storagePoolName', 'propertyDict'],
  storage_pool_delete: ['nodeName', 'storagePoolName'],
  storage_pool_list: ['filterByNodes', 'filterByStorPools'],
  resource_dfn_create: ['name', 'port'],
  resource_dfn_modify: ['name', 'propertyDict'],
  resource_dfn_delete: ['name'],
  resource_dfn_list: [],
  volume_dfn_create: ['rscName', 'size', 'volumeNr'],
  volume_dfn_modify: ['rscName', 'volumeNr', 'setProperties'],
  volume_dfn_delete: ['rscName', 'volumeNr'],
  resource_create: ['nodeName', 'rscName'],
  resource_modify: ['nodeName', 'rscName', 'propertyDict'],
  resource_delete: ['nodeName', 'rscName'],
  resource_auto_place: ['rscName', 'placeCount'],
  resource_list: [],
  resource_toggle_disk: ['nodeName', 'rscName'],
  resource_conn_modify: ['rscName', 'nodeA', 'nodeB', 'propertyDict', 'deleteProps'],
  volume_list: [],
  controller_props: [],
  controller_set_prop: ['key', 'value'],
  controller_del_prop: ['key'],
  controller_shutdown: [],
  crypt_create_passphrase: ['passphrase'],
  crypt_enter_passphrase: ['passphrase'],
  error_report_list: ['nodes', 'withContent', 'since', 'to', 'ids'],
  hostname: [],
  ping: [],
  snapshot_create: ['nodeNames', 'rscName', 'snapshotName', 'asyncMsg'],
  snapshot_delete: ['rscName', 'snapshotName'],
  snapshot_dfn_list: [],
  snapshot_volume_definition_restore: ['fromResource', 'fromSnapshot', 'toResource'],
  watch_create: ['watchId', 'objectIdentifier'],
  _watch_delete: ['watchId'],
}

const camelCase = (name: string) =>
  name.replace(/^_/, '').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** A call of the Python client as one of this client: names in camelCase, all parameters in one object. */
export function fromPython(call: { method: string; args: unknown[]; kwargs: Record<string, unknown> }) {
  const names = positional[call.method]
  if (names === undefined) return undefined
  const given = [
    ...call.args.map((value, index) => [names[index] ?? '', value] as const),
    ...Object.entries(call.kwargs),
  ]
  const { objectIdentifier, ...parameters } = Object.fromEntries(
    // Python says null where this client leaves out.
    given.filter(([, value]) => value !== null).map(([name, value]) => [camelCase(name), value]),
  )
  const { ObjectIdentifier: filter = {} } = (objectIdentifier ?? {}) as { ObjectIdentifier?: Record<string, unknown> }
  for (const [name, value] of Object.entries(filter)) parameters[camelCase(name)] = value
  const method = camelCase(call.method)
  return { method: method === 'watchDelete' ? 'watchDelete' : method, parameters }
}
