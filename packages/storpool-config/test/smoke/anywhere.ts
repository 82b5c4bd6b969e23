// Run as packed by every runtime and by a browser: the texts of two files become one configuration.
import { mergeStorPoolConfig, parseStorPoolConfig } from '@x/storpool-config/parse'

const files = [
  { file: '/etc/storpool.conf', text: 'SP_CLUSTER_NAME=example\n[host-a]\nSP_OURID=7\n' },
  { file: '/etc/storpool.conf.d/api.conf', text: 'SP_API_HTTP_HOST=192.0.2.10\n' },
]
const parsed = files.map(({ file, text }) => parseStorPoolConfig(text, { file }))
const config = mergeStorPoolConfig(parsed, { section: 'host-a' })
const found = [config.get('SP_CLUSTER_NAME'), config.integer('SP_OURID'), config.get('SP_API_HTTP_HOST')].join()
if (found !== 'example,7,192.0.2.10') throw new Error(`read ${found}`)
console.log('done')
