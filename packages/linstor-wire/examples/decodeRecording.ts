// Takes apart what a controller of LINSTOR 0.6.0 answered when a node was created, and prints it.
import { decodeFrame, decodeReturnCode, FrameDecoder } from '@x/linstor-wire'
import { decodeMsgApiCallResponse } from '@x/linstor-wire/messages/MsgApiCallResponse'

const hex =
  '000000000000003f00000000000000000b0802100c1a055265706c7932088180f009120d0a044e6f64651205616c706861' +
  '1a1c4e6577206e6f64652027616c7068612720726567697374657265642e'
const recording = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))

new FrameDecoder().push(recording, ({ payload }) => {
  for (const message of decodeFrame(payload)?.messages ?? []) {
    const { retCode, message: text } = decodeMsgApiCallResponse(message)
    const { severity, operation, object, name } = decodeReturnCode(retCode)
    console.log(`${severity}: ${operation} ${object}, ${name}: ${text}`)
  }
})
