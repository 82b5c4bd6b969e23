/** Name of a field in the decoded message: `node_name` is `nodeName`, `node_1_name` is `node1Name`. */
export const camelCase = (name: string): string => name.replace(/_(.)/g, (_, next: string) => next.toUpperCase())
