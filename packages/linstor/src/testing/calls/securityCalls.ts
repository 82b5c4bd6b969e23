import {
  CREATED,
  FAIL_ACC_DENIED_CTRL_CFG,
  FAIL_EXISTS_CRYPT_PASSPHRASE,
  FAIL_INVLD_CRYPT_PASSPHRASE,
  FAIL_MISSING_PROPS,
  KEY_SEC_DOMAIN,
  KEY_SEC_IDENTITY,
  KEY_SEC_ROLE,
  MASK_CRT,
  MASK_CTRL_CONF,
  MASK_MOD,
  MODIFIED,
  PASSPHRASE_ACCEPTED,
  RC_SIGNIN_FAIL,
} from '@x/linstor-wire/constants'
import { keyOf } from '../cluster/keyOf.js'
import type { Call } from '../protocol/Call.js'
import { CallRefused } from '../protocol/CallRefused.js'
import { mayAdminister } from '../protocol/mayAdminister.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'

/** Calls about who the client is, and about the master passphrase. */
export const securityCalls = {
  SignIn(call, { idName, password }) {
    const identity = call.cluster.security.identities.get(keyOf(idName))
    if (identity?.password !== password) {
      throw new CallRefused({
        retCode: RC_SIGNIN_FAIL,
        objRefs: { [KEY_SEC_IDENTITY]: idName },
        message: 'Sign-in failed',
        cause: 'The credentials for the sign-in are not valid',
        correction: 'The name of a valid identity and a matching password must be provided to sign in to the system',
      })
    }
    call.session.identity = identity.name
    call.session.role = identity.role
    call.reply({
      retCode: 0n,
      objRefs: {
        [KEY_SEC_IDENTITY]: identity.name,
        [KEY_SEC_ROLE]: identity.role,
        [KEY_SEC_DOMAIN]: identity.role,
      },
      message: 'Sign-in successful',
    })
  },
  CrtCryptPass(call, { passphrase }) {
    const { security } = call.cluster
    checkAccess(call)
    if (security.passphrase !== undefined) {
      throw new CallRefused({
        retCode: MASK_CRT | MASK_CTRL_CONF | FAIL_EXISTS_CRYPT_PASSPHRASE,
        message: 'Could not create new crypt passphrase as it already exists',
      })
    }
    security.passphrase = passphrase
    security.unlocked = true
    call.reply({ retCode: MASK_CRT | MASK_CTRL_CONF | CREATED, message: 'Crypt passphrase created.' })
  },
  EnterCryptPass(call, { passphrase }) {
    checkAccess(call)
    checkPassphrase(call, passphrase)
    call.cluster.security.unlocked = true
    call.reply({ retCode: MASK_CTRL_CONF | PASSPHRASE_ACCEPTED, message: 'Passphrase accepted' })
  },
  ModCryptPass(call, { oldPassphrase, newPassphrase }) {
    checkAccess(call)
    checkPassphrase(call, oldPassphrase)
    call.cluster.security.passphrase = newPassphrase
    call.reply({ retCode: MASK_MOD | MASK_CTRL_CONF | MODIFIED, message: 'Crypt passphrase updated' })
  },
} satisfies SomeHandlers

function checkAccess(call: Call): void {
  if (mayAdminister(call)) return
  const { identity, role } = call.session
  throw new CallRefused({
    retCode: FAIL_ACC_DENIED_CTRL_CFG,
    message: `Identity '${identity}' using role: '${role}' is not authorized to access the controller properties.`,
  })
}

function checkPassphrase({ cluster: { security } }: Call, passphrase: string): void {
  if (security.passphrase === undefined) {
    throw new CallRefused({ retCode: MASK_CTRL_CONF | FAIL_MISSING_PROPS, message: 'encrypted namespace is empty' })
  }
  if (security.passphrase !== passphrase) {
    throw new CallRefused({
      retCode: MASK_CTRL_CONF | FAIL_INVLD_CRYPT_PASSPHRASE,
      message: 'Could not restore master passphrase as the given old passphrase was incorrect',
    })
  }
}
