import { expect, test } from 'vitest'
import { matchesTemplate } from './matchesTemplate.ts'

test('a template stands for the paths that it describes, and for no others', () => {
  const ips = '/servers/{id}/ips[/{network_id}]'
  expect(['/v2/servers/1/ips', '/servers/1/ips/a%2Fb'].map((path) => matchesTemplate(ips, path))).toEqual([true, true])
  expect(['/servers/ips', '/servers/1/ips/2/3'].map((path) => matchesTemplate(ips, path))).toEqual([false, false])
  const flavors = '/flavors[/detail|/{flavor_id}]'
  expect(['/flavors', '/flavors/detail', '/flavors/4'].map((path) => matchesTemplate(flavors, path))).toEqual([
    true,
    true,
    true,
  ])
  expect(matchesTemplate('/images/', '/images')).toBe(false)
})
