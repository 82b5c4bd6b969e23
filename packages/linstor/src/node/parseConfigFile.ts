/**
 * Reads the controllers from the text of the LINSTOR client's configuration file: the key `controllers` of the section
 * `[global]`. Lines that begin with `#` or `;` are comments; a value may go on in indented lines.
 *
 * @returns The value as it stands there, or `undefined` when there is none.
 */
export function parseConfigFile(text: string): string | undefined {
  let section = ''
  let key = ''
  let controllers: string | undefined
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(?:[#;].*)?$/.test(line)) continue
    const header = /^\[([^\]]*)\]/.exec(line)
    const entry = /^([^\s=:][^=:]*?)\s*[=:]\s*(.*)$/.exec(line)
    if (header !== null) {
      section = header[1]?.trim() ?? ''
      key = ''
    } else if (/^\s/.test(line) && key !== '') {
      if (section === 'global' && key === 'controllers') controllers = `${controllers ?? ''} ${line.trim()}`.trim()
    } else if (entry !== null) {
      key = (entry[1] ?? '').toLowerCase()
      if (section === 'global' && key === 'controllers') controllers = entry[2]?.trim() ?? ''
    }
  }
  return controllers
}
