/** One call: what it is given, what it must send, and the name of the content that answers it. */
export interface CallSample {
  method: string
  parameters: Record<string, unknown>
  /** Name on the wire. */
  call: string
  /** The request message without absent fields; `undefined` for a call without one. */
  message?: Record<string, unknown>
  /** @default 'Reply' */
  content?: string
}

const entry = (key: string, value: string) => ({ key, value })
const set = { propertyDict: { 'Aux/owner-team': 'storage' }, deleteProps: ['Aux/owner-name'] }
const setFields = { overrideProps: [entry('Aux/owner-team', 'storage')], deletePropKeys: ['Aux/owner-name'] }
const created = [entry('Aux/owner-team', 'storage')]
const ab = { nodeA: 'alpha', nodeB: 'bravo' }
const place = {
  doNotPlaceWith: ['db'],
  doNotPlaceWithRegex: 'db.*',
  replicasOnSame: ['Aux/site-name'],
  replicasOnDifferent: ['Aux/rack-number'],
}
const placeFields = {
  notPlaceWithRsc: ['db'],
  notPlaceWithRscRegex: 'db.*',
  replicasOnSame: ['Aux/site-name'],
  replicasOnDifferent: ['Aux/rack-number'],
}

/** Every call that sends one message, with all its parameters. */
export const everyCall: readonly CallSample[] = [
  {
    method: 'nodeCreate',
    parameters: { nodeName: 'alpha', nodeType: 'Satellite', ip: '192.0.2.1', comType: 'SSL', netifName: 'nic0' },
    call: 'CrtNode',
    message: {
      node: {
        name: 'alpha',
        type: 'Satellite',
        netInterfaces: [{ name: 'nic0', address: '192.0.2.1', stltPort: 3367, stltEncryptionType: 'SSL' }],
      },
    },
  },
  {
    method: 'nodeCreateSwordfishTarget',
    parameters: { nodeName: 'sf1', storageService: '1' },
    call: 'CrtSfTargetNode',
    message: { name: 'sf1', props: [entry('StorDriver/SwordfishStorSvc', '1')] },
  },
  {
    method: 'nodeModify',
    parameters: { nodeName: 'alpha', nodeType: 'Combined', ...set },
    call: 'ModNode',
    message: { nodeName: 'alpha', nodeType: 'Combined', ...setFields },
  },
  { method: 'nodeDelete', parameters: { nodeName: 'alpha' }, call: 'DelNode', message: { nodeName: 'alpha' } },
  { method: 'nodeLost', parameters: { nodeName: 'alpha' }, call: 'LostNode', message: { nodeName: 'alpha' } },
  {
    method: 'nodeReconnect',
    parameters: { nodeNames: ['alpha', 'bravo'] },
    call: 'NodeReconnect',
    message: { nodes: ['alpha', 'bravo'] },
  },
  { method: 'nodeList', parameters: {}, call: 'LstNode', content: 'LstNode' },
  {
    method: 'netinterfaceCreate',
    parameters: { nodeName: 'alpha', interfaceName: 'nic1', ip: '::1', port: 3366, comType: 'Plain' },
    call: 'CrtNetIf',
    message: {
      nodeName: 'alpha',
      netIf: { name: 'nic1', address: '::1', stltPort: 3366, stltEncryptionType: 'Plain' },
    },
  },
  {
    method: 'netinterfaceModify',
    parameters: { nodeName: 'alpha', interfaceName: 'nic1', ip: '192.0.2.2', comType: 'SSL' },
    call: 'ModNetIf',
    message: { nodeName: 'alpha', netIf: { name: 'nic1', address: '192.0.2.2', stltEncryptionType: 'SSL' } },
  },
  {
    method: 'netinterfaceDelete',
    parameters: { nodeName: 'alpha', interfaceName: 'nic1' },
    call: 'DelNetIf',
    message: { nodeName: 'alpha', netIfName: 'nic1' },
  },
  {
    method: 'storagePoolDfnCreate',
    parameters: { name: 'pool' },
    call: 'CrtStorPoolDfn',
    message: { storPoolDfn: { storPoolName: 'pool' } },
  },
  {
    method: 'storagePoolDfnModify',
    parameters: { name: 'pool', ...set },
    call: 'ModStorPoolDfn',
    message: { storPoolName: 'pool', ...setFields },
  },
  {
    method: 'storagePoolDfnDelete',
    parameters: { name: 'pool' },
    call: 'DelStorPoolDfn',
    message: { storPoolName: 'pool' },
  },
  { method: 'storagePoolDfnList', parameters: {}, call: 'LstStorPoolDfn', content: 'LstStorPoolDfn' },
  {
    method: 'storagePoolDfnMaxVlmSizes',
    parameters: { placeCount: 2, storagePoolName: 'pool', ...place },
    call: 'QryMaxVlmSize',
    message: { selectFilter: { placeCount: 2, storagePool: 'pool', ...placeFields } },
    content: 'RspMaxVlmSize',
  },
  {
    method: 'storagePoolCreate',
    parameters: {
      nodeName: 'alpha',
      storagePoolName: 'thin',
      storageDriver: 'LvmThinDriver',
      driverPoolName: 'vg/pool',
      sharedSpace: 'space-a',
      propertyDict: { 'Aux/owner-team': 'storage' },
    },
    call: 'CrtStorPool',
    message: {
      storPool: {
        nodeName: 'alpha',
        storPoolName: 'thin',
        driver: 'LvmThinDriver',
        props: [entry('StorDriver/LvmVg', 'vg'), entry('StorDriver/ThinPool', 'pool'), ...created],
        freeSpaceMgrName: 'space-a',
      },
    },
  },
  {
    method: 'storagePoolModify',
    parameters: { nodeName: 'alpha', storagePoolName: 'pool', ...set },
    call: 'ModStorPool',
    message: { nodeName: 'alpha', storPoolName: 'pool', ...setFields },
  },
  {
    method: 'storagePoolDelete',
    parameters: { nodeName: 'alpha', storagePoolName: 'pool' },
    call: 'DelStorPool',
    message: { nodeName: 'alpha', storPoolName: 'pool' },
  },
  {
    method: 'storagePoolList',
    parameters: { filterByNodes: ['alpha'], filterByStorPools: ['pool'] },
    call: 'LstStorPool',
    message: { nodeNames: ['alpha'], storPoolNames: ['pool'] },
    content: 'LstStorPool',
  },
  {
    method: 'resourceDfnCreate',
    parameters: {
      name: 'web',
      port: 7777,
      secret: 'shared secret',
      transportType: 'RDMA',
      propertyDict: { 'Aux/owner-team': 'storage' },
      volumeDfns: [{ size: 4096, volumeNr: 0 }],
    },
    call: 'CrtRscDfn',
    message: {
      rscDfn: {
        rscName: 'web',
        rscDfnPort: 7777,
        rscDfnSecret: 'shared secret',
        rscDfnProps: created,
        vlmDfns: [{ vlmNr: 0, vlmSize: 4096n }],
        rscDfnTransportType: 'RDMA',
      },
    },
  },
  {
    method: 'resourceDfnModify',
    parameters: { name: 'web', port: 7778, ...set },
    call: 'ModRscDfn',
    message: { rscName: 'web', rscDfnPort: 7778, ...setFields },
  },
  { method: 'resourceDfnDelete', parameters: { name: 'web' }, call: 'DelRscDfn', message: { rscName: 'web' } },
  { method: 'resourceDfnList', parameters: {}, call: 'LstRscDfn', content: 'LstRscDfn' },
  {
    method: 'volumeDfnCreate',
    parameters: { rscName: 'web', size: 10_240n, volumeNr: 0, minorNr: 0, encrypt: true, storagePool: 'pool' },
    call: 'CrtVlmDfn',
    message: {
      rscName: 'web',
      vlmDfns: [
        { vlmNr: 0, vlmSize: 10_240n, vlmMinor: 0, vlmFlags: ['ENCRYPTED'], vlmProps: [entry('StorPoolName', 'pool')] },
      ],
    },
  },
  {
    method: 'volumeDfnModify',
    parameters: {
      rscName: 'web',
      volumeNr: 0,
      setProperties: set.propertyDict,
      deleteProperties: set.deleteProps,
      size: 20_480,
      minorNr: 1005,
    },
    call: 'ModVlmDfn',
    message: { rscName: 'web', vlmNr: 0, vlmMinor: 1005, vlmSize: 20_480n, ...setFields },
  },
  {
    method: 'volumeDfnDelete',
    parameters: { rscName: 'web', volumeNr: 0 },
    call: 'DelVlmDfn',
    message: { rscName: 'web', vlmNr: 0 },
  },
  {
    method: 'resourceCreate',
    parameters: {
      rscs: [
        { nodeName: 'alpha', rscName: 'web', storagePool: 'pool', nodeId: 0 },
        { nodeName: 'bravo', rscName: 'web', diskless: true },
      ],
    },
    call: 'CrtRsc',
    message: {
      rscs: [
        { name: 'web', nodeName: 'alpha', props: [entry('StorPoolName', 'pool')], nodeId: 0, overrideNodeId: true },
        { name: 'web', nodeName: 'bravo', rscFlags: ['DISKLESS'] },
      ],
    },
  },
  {
    method: 'resourceAutoPlace',
    parameters: { rscName: 'web', placeCount: 2, storagePool: 'pool', ...place },
    call: 'AutoPlaceRsc',
    message: {
      rscName: 'web',
      selectFilter: { placeCount: 2, storagePool: 'pool', ...placeFields },
      disklessOnRemaining: false,
    },
  },
  {
    method: 'resourceModify',
    parameters: { nodeName: 'alpha', rscName: 'web', ...set },
    call: 'ModRsc',
    message: { nodeName: 'alpha', rscName: 'web', ...setFields },
  },
  {
    method: 'resourceDelete',
    parameters: { nodeName: 'alpha', rscName: 'web' },
    call: 'DelRsc',
    message: { nodeName: 'alpha', rscName: 'web' },
  },
  {
    method: 'resourceList',
    parameters: { filterByNodes: ['alpha'], filterByResources: ['web'] },
    call: 'LstRsc',
    message: { nodeNames: ['alpha'], resourceNames: ['web'] },
    content: 'LstRsc',
  },
  {
    method: 'volumeList',
    parameters: { filterByNodes: ['alpha'], filterByStorPools: ['pool'], filterByResources: ['web'] },
    call: 'LstVlm',
    message: { nodeNames: ['alpha'], storPoolNames: ['pool'], resourceNames: ['web'] },
    content: 'LstVlm',
  },
  {
    method: 'resourceToggleDisk',
    parameters: { nodeName: 'alpha', rscName: 'web', storagePool: 'pool', migrateFrom: 'bravo' },
    call: 'ToggleDisk',
    message: { nodeName: 'alpha', rscName: 'web', storPoolName: 'pool', diskless: false, migrateFrom: 'bravo' },
  },
  { method: 'controllerProps', parameters: {}, call: 'LstCfgVal', content: 'LstCfgVal' },
  {
    method: 'controllerSetProp',
    parameters: { key: 'DrbdOptions/Net/max-buffers', value: '9000' },
    call: 'SetCfgVal',
    message: { key: 'max-buffers', value: '9000', namespace: 'DrbdOptions/Net' },
  },
  {
    method: 'controllerDelProp',
    parameters: { key: 'DrbdOptions/Net/max-buffers' },
    call: 'DelCfgVal',
    message: { key: 'max-buffers', namespace: 'DrbdOptions/Net' },
  },
  { method: 'controllerShutdown', parameters: {}, call: 'ControlCtrl', message: { command: 'Shutdown' } },
  {
    method: 'cryptCreatePassphrase',
    parameters: { passphrase: 'one passphrase' },
    call: 'CrtCryptPass',
    message: { passphrase: 'one passphrase' },
  },
  {
    method: 'cryptEnterPassphrase',
    parameters: { passphrase: 'one passphrase' },
    call: 'EnterCryptPass',
    message: { passphrase: 'one passphrase' },
  },
  {
    method: 'cryptModifyPassphrase',
    parameters: { oldPassphrase: 'one passphrase', newPassphrase: 'another' },
    call: 'ModCryptPass',
    message: { oldPassphrase: 'one passphrase', newPassphrase: 'another' },
  },
  {
    method: 'resourceConnModify',
    parameters: { rscName: 'web', ...ab, ...set },
    call: 'ModRscConn',
    message: { rscName: 'web', node1Name: 'alpha', node2Name: 'bravo', ...setFields },
  },
  {
    method: 'resourceConnList',
    parameters: { rscName: 'web' },
    call: 'ReqRscConnList',
    message: { rscName: 'web' },
    content: 'LstRscConn',
  },
  {
    method: 'drbdProxyEnable',
    parameters: { rscName: 'web', ...ab, port: 7700 },
    call: 'EnableDrbdProxy',
    message: { rscName: 'web', node1Name: 'alpha', node2Name: 'bravo', port: 7700 },
  },
  {
    method: 'drbdProxyDisable',
    parameters: { rscName: 'web', ...ab },
    call: 'DisableDrbdProxy',
    message: { rscName: 'web', node1Name: 'alpha', node2Name: 'bravo' },
  },
  {
    method: 'drbdProxyModify',
    parameters: { rscName: 'web', ...set, compressionType: 'zlib', compressionPropertyDict: { level: '9' } },
    call: 'ModifyDrbdProxy',
    message: { rscName: 'web', ...setFields, compressionType: 'zlib', compressionProps: [entry('level', '9')] },
  },
  {
    method: 'snapshotCreate',
    parameters: { nodeNames: ['alpha'], rscName: 'web', snapshotName: 'snap1', asyncMsg: true },
    call: 'CrtSnapshot',
    message: { snapshotDfn: { snapshotName: 'snap1', rscName: 'web', snapshots: [{ nodeName: 'alpha' }] } },
  },
  {
    method: 'snapshotVolumeDefinitionRestore',
    parameters: { fromResource: 'web', fromSnapshot: 'snap1', toResource: 'copy' },
    call: 'RestoreVlmDfn',
    message: { fromResourceName: 'web', fromSnapshotName: 'snap1', toResourceName: 'copy' },
  },
  {
    method: 'snapshotResourceRestore',
    parameters: { nodeNames: ['alpha'], fromResource: 'web', fromSnapshot: 'snap1', toResource: 'copy' },
    call: 'RestoreSnapshot',
    message: { nodes: [{ name: 'alpha' }], fromResourceName: 'web', fromSnapshotName: 'snap1', toResourceName: 'copy' },
  },
  {
    method: 'snapshotDelete',
    parameters: { rscName: 'web', snapshotName: 'snap1' },
    call: 'DelSnapshot',
    message: { rscName: 'web', snapshotName: 'snap1' },
  },
  {
    method: 'snapshotRollback',
    parameters: { rscName: 'web', snapshotName: 'snap1' },
    call: 'RollbackSnapshot',
    message: { rscName: 'web', snapshotName: 'snap1' },
  },
  { method: 'snapshotDfnList', parameters: {}, call: 'LstSnapshotDfn', content: 'LstSnapshotDfn' },
  {
    method: 'errorReportList',
    parameters: {
      nodes: ['Controller'],
      withContent: true,
      since: new Date(1_000),
      to: new Date(2_001),
      ids: ['5B7D2A01'],
    },
    call: 'ReqErrorReports',
    message: { nodeNames: ['Controller'], withContent: true, since: 1_000, to: 2_001, ids: ['5B7D2A01'] },
    content: 'LstErrorReports',
  },
  {
    method: 'signIn',
    parameters: { identity: 'admin', password: 'a password' },
    call: 'SignIn',
    message: { idName: 'admin', password: 'a password' },
  },
  {
    method: 'nodeConnCreate',
    parameters: { ...ab, propertyDict: set.propertyDict },
    call: 'CrtNodeConn',
    message: { nodeConn: { nodeName1: 'alpha', nodeName2: 'bravo', nodeConnProps: created } },
  },
  {
    method: 'nodeConnModify',
    parameters: { ...ab, ...set },
    call: 'ModNodeConn',
    message: { node1Name: 'alpha', node2Name: 'bravo', ...setFields },
  },
  {
    method: 'nodeConnDelete',
    parameters: ab,
    call: 'DelNodeConn',
    message: { nodeName1: 'alpha', nodeName2: 'bravo' },
  },
  {
    method: 'resourceConnCreate',
    parameters: { rscName: 'web', ...ab, propertyDict: set.propertyDict },
    call: 'CrtRscConn',
    message: { rscConn: { nodeName1: 'alpha', nodeName2: 'bravo', rscName: 'web', rscConnProps: created } },
  },
  {
    method: 'resourceConnDelete',
    parameters: { rscName: 'web', ...ab },
    call: 'DelRscConn',
    message: { nodeName1: 'alpha', nodeName2: 'bravo', resourceName: 'web' },
  },
  {
    method: 'volumeConnCreate',
    parameters: { rscName: 'web', volumeNr: 0, ...ab, propertyDict: set.propertyDict },
    call: 'CrtVlmConn',
    message: {
      vlmConn: { nodeName1: 'alpha', nodeName2: 'bravo', resourceName: 'web', volumeNr: 0, volumeConnProps: created },
    },
  },
  {
    method: 'volumeConnModify',
    parameters: { rscName: 'web', volumeNr: 0, ...ab, ...set },
    call: 'ModVlmConn',
    message: { node1Name: 'alpha', node2Name: 'bravo', rscName: 'web', vlmNr: 0, ...setFields },
  },
  {
    method: 'volumeConnDelete',
    parameters: { rscName: 'web', volumeNr: 0, ...ab },
    call: 'DelVlmConn',
    message: { nodeName1: 'alpha', nodeName2: 'bravo', resourceName: 'web', volumeNr: 0 },
  },
  {
    method: 'watchCreate',
    parameters: {
      watchId: 7,
      eventName: 'ResourceState',
      nodeName: 'alpha',
      resourceName: 'web',
      volumeNumber: 0,
      onEvent: () => {},
    },
    call: 'CrtWatch',
    message: {
      watchId: 7,
      eventName: 'ResourceState',
      resourceName: 'web',
      nodeName: 'alpha',
      filterByVolumeNumber: true,
      volumeNumber: 0,
    },
  },
  { method: 'watchDelete', parameters: { watchId: 7 }, call: 'DelWatch', message: { watchId: 7 } },
]
