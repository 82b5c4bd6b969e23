/**
 * Entry points that may use modules of Node, by package folder. All others are browser-safe: nothing that they reach
 * imports a `node:` module. An entry point that is listed without need is an error too, so that the table stays true.
 */
export const nodeOnlyEntries: Readonly<Record<string, readonly string[]>> = {
  'kamaki-pithos': ['./node'],
  // The fake of a controller listens on TCP, which browsers can't.
  linstor: ['./node', './testing'],
  lxd: ['./node'],
  storpool: ['./config', './node'],
  'storpool-config': ['.'],
}
