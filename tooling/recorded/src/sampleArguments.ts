/** Arguments for a method of the reference library, and the texts that must go over the wire because of them. */
export interface SampleArguments {
  /** By their names in Python. */
  readonly args: Record<string, unknown>
  /** By the name of the argument. */
  readonly marks: Record<string, string>
}

// Arguments of the library's own machinery.
const local = new Set(['success', 'response_headers', 'wait_cb', '**kwargs', 'extra', 'token'])
const flags =
  /^(?:hard|ipv6|force|bootable|is_public|public|shared|admin_state_up|enable_dhcp|delete_on_termination|auto_accept)$/
const lists = /^(?:tags|members|security_groups|key_names|uuids|usernames|display_?names|user)$/

/** What stands for an argument of a given name; `undefined` for one that is no text. */
function sample(name: string, mark: string): unknown {
  if (lists.test(name)) return [mark]
  if (/serials$/.test(name)) return [mark]
  switch (name.replace('**', '')) {
    case 'networks':
      return [{ uuid: mark, name: mark }]
    case 'ports':
      return [{ network_id: mark }]
    case 'subnets':
      return [{ network_id: mark, cidr: '10.0.0.0/24' }]
    case 'personality':
      return [{ path: mark, contents: 'aGk=' }]
    case 'fixed_ips':
      return [{ ip_address: mark }]
    case 'allocation_pools':
      return [{ start: mark, end: mark }]
    case 'metadata':
    case 'properties':
    case 'json_data':
    case 'body_params':
      return { some: mark }
    case 'params':
      return { disk_format: mark }
    case 'filters':
      return { name: mark }
    case 'specs':
      return { name: mark, end_date: '2030-01-01T00:00:00+00:00' }
    case 'location':
      return `pithos://account/container/${mark}`
    default:
      return mark
  }
}

/**
 * Makes arguments for all parameters of a method of the reference library: each holds a text of its own that can be
 * looked for in what is sent.
 *
 * @param given - Arguments that take no text of one's own choice, by name; `undefined` leaves one out.
 */
export function sampleArguments(params: readonly string[], given: Record<string, unknown>): SampleArguments {
  const args: Record<string, unknown> = {}
  const marks: Record<string, string> = {}
  for (const name of params) {
    if (local.has(name)) continue
    if (Object.hasOwn(given, name)) {
      const value = given[name]
      if (value === undefined) continue
      args[name] = value
      if (typeof value === 'string') marks[name] = value
    } else if (flags.test(name)) {
      args[name] = true
    } else {
      const mark = `${name.replaceAll('*', '')}-7`
      args[name] = sample(name, mark)
      marks[name] = mark
    }
  }
  return { args, marks }
}
