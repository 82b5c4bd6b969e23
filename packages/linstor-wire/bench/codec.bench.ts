import { fromBinary, toBinary } from '@bufbuild/protobuf'
import { decodeMsgHeader, encodeMsgHeader } from '@x/linstor-wire/messages/MsgHeader'
import { decodeMsgLstRsc, encodeMsgLstRsc } from '@x/linstor-wire/messages/MsgLstRsc'
import { type Bench, compare, cpuRate } from '@x-tooling/bench'
import { linstor } from '../test/fixtures/baseline/protobufjsStatic.js'
import { protobufEsMessage } from './protobufEs.ts'
import { resourceList } from './resourceList.ts'

export const bench: Bench = {
  title: 'Codecs, beside the static code of protobufjs and protobuf-es',
  async run({ quick }) {
    return [...(await headerRows()), ...(await listRows(quick ? 1_000 : 10_000))]
  },
}

async function listRows(count: number) {
  const bytes = encodeMsgLstRsc(resourceList(count)).finish()
  const statics = linstor.v3.MsgLstRsc
  const schema = protobufEsMessage('MsgLstRsc')
  const round = (work: () => unknown) => cpuRate(bytes.length / 1e6, work, { warmUpMs: 100, atLeastMs: 120 })
  const list = `list of ${count} resources, ${(bytes.length / 1e6).toFixed(1)} MB`
  const decode = { name: `decode a ${list}`, unit: 'MB/s', run: round(() => decodeMsgLstRsc(bytes)) }
  // Measured while no decoded list is alive: the collector would look through it all the time.
  const decoded = [
    await compare({
      ...decode,
      baseline: { name: 'protobufjs static', run: round(() => statics.decode(bytes)) },
      goal: { atLeast: 1 },
    }),
    await compare({
      ...decode,
      baseline: { name: 'protobuf-es', run: round(() => fromBinary(schema, bytes)) },
      goal: { atLeast: 2 },
    }),
  ]
  const ours = decodeMsgLstRsc(bytes)
  const theirs = statics.decode(bytes)
  const es = fromBinary(schema, bytes)
  mustBeSame(bytes, encodeMsgLstRsc(ours).finish(), statics.encode(theirs).finish(), toBinary(schema, es))
  const encode = { name: `encode a ${list}`, unit: 'MB/s', run: round(() => encodeMsgLstRsc(ours).finish()) }
  return [
    ...decoded,
    await compare({
      ...encode,
      baseline: { name: 'protobufjs static', run: round(() => statics.encode(theirs).finish()) },
      goal: { atLeast: 1 },
    }),
    await compare({
      ...encode,
      baseline: { name: 'protobuf-es', run: round(() => toBinary(schema, es)) },
      goal: { atLeast: 2 },
    }),
  ]
}

async function headerRows() {
  const bytes = encodeMsgHeader({ msgType: 2, apiCallId: 1234n, msgContent: 'EndOfImmediateAnswers' }).finish()
  const ours = decodeMsgHeader(bytes)
  const statics = linstor.v3.MsgHeader
  const theirs = statics.decode(bytes)
  mustBeSame(bytes, encodeMsgHeader(ours).finish(), statics.encode(theirs).finish())
  const baseline = (run: ReturnType<typeof repeated>) => ({ name: 'protobufjs static', run })
  return [
    await compare({
      name: 'decode a header',
      unit: 'M/s',
      run: repeated(() => decodeMsgHeader(bytes)),
      baseline: baseline(repeated(() => statics.decode(bytes))),
      goal: { atLeast: 1.2 },
    }),
    await compare({
      name: 'encode a header',
      unit: 'M/s',
      run: repeated(() => encodeMsgHeader(ours).finish()),
      baseline: baseline(repeated(() => statics.encode(theirs).finish())),
      goal: { atLeast: 1.2 },
    }),
  ]
}

/** Many calls per look at the clock: one takes less time than the look. */
function repeated(work: () => unknown) {
  return cpuRate(0.01, () => {
    for (let call = 0; call < 10_000; call++) work()
  })
}

function mustBeSame(bytes: Uint8Array, ...others: Uint8Array[]): void {
  for (const other of others) {
    if (Buffer.compare(bytes, other) !== 0) throw new Error('the implementations do not write the same bytes')
  }
}
