/** The results of `work` for each item, in order, with two at a time: the machines that run this have two cores. */
export async function mapInPairs<T, R>(items: Iterable<T>, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const queue = [...items].entries()
  const lane = async () => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all([lane(), lane()])
  return results
}
