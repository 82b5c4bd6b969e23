/**
 * Whether a path ends like a template: `/servers/{id}/ips[/{network_id}]`, where brackets hold what may be missing,
 * alternatives with `|` between them.
 */
export function matchesTemplate(template: string, path: string): boolean {
  const pattern = template
    .replaceAll(/[.*+?^$()\\]/g, '\\$&')
    .replaceAll('[', '(?:')
    .replaceAll(']', ')?')
    .replaceAll(/\{[^}]+\}/g, '[^/]+')
  return new RegExp(`${pattern}$`).test(path)
}
