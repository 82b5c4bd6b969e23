import { decodeReturnCode } from '@x/linstor-wire'
import { expect, test } from 'vitest'
import { createFakeLinstor } from '../../src/testing/index.js'
import { openRawConnection } from './openRawConnection.js'

const nameOf = (reply: unknown) => decodeReturnCode((reply as { retCode: bigint }).retCode).name
const admin = { name: 'Admin', password: 'not a real one', role: 'SYSADM' }
const signIn = { idName: 'admin', password: admin.password }

test('with MAC, a client that signed in may do what others may not', async () => {
  await using fake = await createFakeLinstor({ securityLevel: 'MAC', identities: [admin] })
  await using one = await openRawConnection(fake.uri)
  await using two = await openRawConnection(fake.uri)
  expect((await one.call('SignIn', signIn)).messages).toMatchObject([
    {
      retCode: 0n,
      objRefs: [
        { key: 'SecIdentity', value: 'Admin' },
        { key: 'SecRole', value: 'SYSADM' },
        { key: 'SecDomain', value: 'SYSADM' },
      ],
    },
  ])
  const set = { key: 'TcpPortAutoRange', value: '7100-7999' }
  expect((await two.call('SetCfgVal', set)).messages.map(nameOf)).toEqual(['FAIL_ACC_DENIED_CTRL_CFG'])
  expect((await two.call('DelCfgVal', { key: set.key })).messages.map(nameOf)).toEqual(['FAIL_ACC_DENIED_CTRL_CFG'])
  expect((await one.call('SetCfgVal', set)).messages.map(nameOf)).toEqual(['CREATED'])
  await one.call('CrtRscDfn', { rscDfn: { rscName: 'web' } })
  expect(fake.state.resourceDefinitions[0]?.rscDfnPort).toBe(7_100)
})

test('a wrong password is refused', async () => {
  await using fake = await createFakeLinstor({ identities: [admin] })
  await using connection = await openRawConnection(fake.uri)
  const wrong = { ...signIn, password: 'wrong' }
  expect((await connection.call('SignIn', wrong)).messages.map(nameOf)).toEqual(['RC_SIGNIN_FAIL'])
})

test('where authentication is required, nothing but SignIn is open, not even Ping', async () => {
  await using fake = await createFakeLinstor({ authenticationRequired: true, identities: [admin] })
  await using connection = await openRawConnection(fake.uri)
  for (const name of ['Ping', 'LstNode', 'NoSuchCall']) {
    expect((await connection.call(name)).messages.map(nameOf)).toEqual(['API_CALL_AUTH_REQ'])
  }
  await connection.call('SignIn', signIn)
  expect((await connection.call('Ping')).contents).toContain('Pong')
})

test('a passphrase is created once, changed with the old one, and opens encrypted volumes', async () => {
  await using fake = await createFakeLinstor({ resourceDefinitions: [{ name: 'web' }] })
  await using connection = await openRawConnection(fake.uri)
  const call = async (name: string, message: object) => (await connection.call(name, message)).messages.map(nameOf)
  const encrypted = { rscName: 'web', vlmDfns: [{ vlmSize: 4n, vlmFlags: ['ENCRYPTED'] }] }
  expect(await call('CrtVlmDfn', encrypted)).toEqual(['FAIL_NOT_FOUND_CRYPT_KEY'])
  expect(await call('CrtCryptPass', { passphrase: 'one' })).toEqual(['CREATED'])
  expect(await call('CrtCryptPass', { passphrase: 'two' })).toEqual(['FAIL_EXISTS_CRYPT_PASSPHRASE'])
  const change = { oldPassphrase: 'two', newPassphrase: 'three' }
  expect(await call('ModCryptPass', change)).toEqual(['FAIL_INVLD_CRYPT_PASSPHRASE'])
  expect(await call('ModCryptPass', { ...change, oldPassphrase: 'one' })).toEqual(['MODIFIED'])
  expect(await call('EnterCryptPass', { passphrase: 'one' })).toEqual(['FAIL_INVLD_CRYPT_PASSPHRASE'])
  expect(await call('EnterCryptPass', { passphrase: 'three' })).toEqual(['PASSPHRASE_ACCEPTED'])
  expect(await call('CrtVlmDfn', encrypted)).toEqual(['CREATED'])
})
