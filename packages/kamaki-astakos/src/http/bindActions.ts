/**
 * Makes methods of actions: `action(client, parameters, options)` becomes `method(parameters, options)`.
 *
 * @typeParam Methods - The interface of the full client, which the tables and the actions are made from alike.
 */
export function bindActions<Methods extends object>(client: object, actions: object): Methods {
  const methods: Record<string, unknown> = {}
  for (const [name, action] of Object.entries(actions)) {
    if (typeof action === 'function') methods[name] = (...rest: unknown[]) => action(client, ...rest)
  }
  return methods as Methods
}
