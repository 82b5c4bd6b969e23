/** A tar archive (ustar) of some files; a name that ends in a slash is a directory. */
export function tarball(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  const blocks: Uint8Array[] = []
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const isDirectory = name.endsWith('/')
    blocks.push(header(name, isDirectory ? 0 : bytes.byteLength, isDirectory))
    if (!isDirectory) blocks.push(bytes, new Uint8Array((512 - (bytes.byteLength % 512)) % 512))
  }
  blocks.push(new Uint8Array(1024))
  return new Uint8Array(Buffer.concat(blocks))
}

function header(name: string, size: number, isDirectory: boolean): Uint8Array {
  const block = Buffer.alloc(512)
  const octal = (value: number, at: number, width: number) =>
    block.write(value.toString(8).padStart(width - 1, '0'), at, 'latin1')
  block.write(name, 0, 100, 'utf8')
  octal(isDirectory ? 0o755 : 0o644, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(1_700_000_000, 136, 12)
  block.fill(' ', 148, 156)
  block.write(isDirectory ? '5' : '0', 156, 'latin1')
  block.write('ustar\0', 257, 'latin1')
  block.write('00', 263, 'latin1')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}
