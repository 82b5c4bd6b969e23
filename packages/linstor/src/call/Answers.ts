/**
 * The answers of one call: all of them when awaited, one by one as they come when iterated.
 *
 * Calls that the controller's satellites take part in are answered in stages: first what is registered, then what each
 * satellite made of it. Leaving the loop early gives up on the rest; the controller goes on with the call.
 *
 * @example
 * for await (const reply of linstor.resourceCreate({ nodeName: 'alpha', rscName: 'web' })) console.log(reply.message)
 */
export type Answers<T> = Promise<T[]> & AsyncIterable<T>
