/**
 * Which published packages each package may depend on and import: the arrows point one way only, from the services down
 * to the errors. A package that is not named here may not exist.
 */
export const allowedArrows: Readonly<Record<string, readonly string[]>> = {
  'core-errors': [],
  'linstor-wire': ['core-errors'],
  linstor: ['core-errors', 'linstor-wire'],
  'storpool-config': ['core-errors'],
  storpool: ['core-errors', 'storpool-config'],
  lxd: ['core-errors'],
  'kamaki-astakos': ['core-errors'],
  'kamaki-cyclades': ['core-errors', 'kamaki-astakos'],
  'kamaki-pithos': ['core-errors', 'kamaki-astakos'],
}

/** What a package may take besides to develop with: its examples and tests use it, what is published does not. */
export const developmentArrows: Readonly<Record<string, readonly string[]>> = {
  'kamaki-cyclades': ['kamaki-pithos'],
}
