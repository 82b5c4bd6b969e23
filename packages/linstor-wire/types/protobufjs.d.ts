/** The minimal build that protobufjs ships ready-made; it has the interface of `protobufjs/minimal.js`. */
declare module 'protobufjs/dist/minimal/protobuf.min.js' {
  import type * as minimal from 'protobufjs/minimal.js'

  const protobufjs: typeof minimal
  export = protobufjs
}
