/** What stood under the global name that the build of protobufjs imported here takes for itself. */
export const globalBefore: unknown = Reflect.get(globalThis, 'protobuf')
