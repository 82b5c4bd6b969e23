import {
  API_CMD_SHUTDOWN,
  API_LST_CFG_VAL,
  API_PONG,
  CREATED,
  DELETED,
  FAIL_ACC_DENIED_COMMAND,
  FAIL_ACC_DENIED_CTRL_CFG,
  FAIL_INVLD_PROP,
  FAIL_UNKNOWN_ERROR,
  MASK_CRT,
  MASK_CTRL_CONF,
  MASK_DEL,
  WARN_DEL_UNSET_PROP,
} from '@x/linstor-wire/constants'
import { encodeMsgLstCtrlCfgProps } from '@x/linstor-wire/messages/MsgLstCtrlCfgProps'
import { checkProps } from '../cluster/checkProps.js'
import { listProps } from '../cluster/listProps.js'
import type { Call } from '../protocol/Call.js'
import { CallRefused } from '../protocol/CallRefused.js'
import { mayAdminister } from '../protocol/mayAdminister.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'

/** Calls about the controller itself. */
export const controllerCalls = {
  Ping(call) {
    call.answer(API_PONG)
  },
  LstCfgVal(call) {
    call.answer(API_LST_CFG_VAL, encodeMsgLstCtrlCfgProps({ props: listProps(call.cluster.props) }).finish())
  },
  SetCfgVal(call, { key, value, namespace }) {
    checkAccess(call, MASK_CRT, 'set')
    const name = fullKey(key, namespace)
    const failure = checkProps('controller', [{ key: name, value }])
    if (failure !== undefined) {
      const retCode = MASK_CRT | MASK_CTRL_CONF | FAIL_INVLD_PROP
      const { pattern } = failure
      throw new CallRefused(
        pattern === undefined
          ? { retCode, message: `The key '${name}' is not whitelisted` }
          : { retCode, message: `The value '${value}' is not valid.`, details: `The value must match: ${pattern}` },
      )
    }
    call.cluster.props.set(name, value)
    call.reply({
      retCode: MASK_CRT | MASK_CTRL_CONF | CREATED,
      message: `Successfully set property '${name}' to value '${value}'`,
    })
  },
  DelCfgVal(call, { key, namespace }) {
    checkAccess(call, MASK_DEL, 'delete')
    const name = fullKey(key, namespace)
    const deleted = call.cluster.props.delete(name)
    call.reply({
      retCode: MASK_DEL | MASK_CTRL_CONF | (deleted ? DELETED : WARN_DEL_UNSET_PROP),
      message: deleted
        ? `Successfully deleted property '${name}'`
        : `Could not delete property '${name}' as it did not exist`,
    })
  },
  ControlCtrl(call, { command = '' }) {
    const { session } = call
    if (!mayAdminister(call)) {
      const message = `Role '${session.role}' is not authorized for command '${command}'.`
      throw new CallRefused({ retCode: FAIL_ACC_DENIED_COMMAND, message })
    }
    if (command !== API_CMD_SHUTDOWN) {
      throw new CallRefused({ retCode: FAIL_UNKNOWN_ERROR, message: `Unknown command '${command}'.` })
    }
    call.reply({ retCode: 0n, message: 'Controller will shutdown now.' })
    call.stage() // there is no COMPLETE; the connection closes
    session.shutdown()
  },
} satisfies SomeHandlers

const fullKey = (key: string, namespace: string | undefined): string => (namespace ? `${namespace}/${key}` : key)

function checkAccess(call: Call, operation: bigint, doing: 'set' | 'delete'): void {
  if (mayAdminister(call)) return
  const { identity, role } = call.session
  throw new CallRefused({
    retCode: FAIL_ACC_DENIED_CTRL_CFG | operation | MASK_CTRL_CONF,
    message: `Identity '${identity}' using role: '${role}' is not authorized to ${doing} a controller config property.`,
  })
}
