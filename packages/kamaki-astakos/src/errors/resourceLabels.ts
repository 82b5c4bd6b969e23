/** Names for people of the resources that quotas are about. @see Synnefo 0.21, messages of refused commissions */
export const resourceLabels: Readonly<Record<string, string>> = {
  'cyclades.disk': 'Disk',
  'cyclades.vm': 'Virtual Machine',
  'cyclades.cpu': 'CPU',
  'cyclades.ram': 'RAM',
  'cyclades.floating_ip': 'Floating IP address',
  'cyclades.network.private': 'Private Network',
  'pithos.diskspace': 'Storage space',
  'astakos.pending_app': 'Pending Applications',
}
