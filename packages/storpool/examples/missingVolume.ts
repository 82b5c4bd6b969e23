/** Asks for a volume that is not there and tells that apart from other failures. */
import { createStorPoolClient, isStorPoolApiError } from '@x/storpool'
import { volumeInfo } from '@x/storpool/actions'

const client = createStorPoolClient({
  url: process.env['STORPOOL_URL'] ?? 'http://127.0.0.1:81',
  token: process.env['STORPOOL_TOKEN'] ?? '',
})

try {
  await volumeInfo(client, { volumeName: 'no-such-volume' })
  console.log('There is a volume of that name after all.')
} catch (error) {
  if (isStorPoolApiError(error) && error.code === 'objectDoesNotExist') {
    console.log(`Not there, as expected: ${error.description}`)
  } else {
    console.error(`The volume can not be asked for: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
