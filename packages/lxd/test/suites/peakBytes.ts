/** The most bytes that buffers took while something was done, beyond what they took before. */
export async function peakBytes(act: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().arrayBuffers
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().arrayBuffers - before)
  }, 5)
  try {
    await act()
  } finally {
    clearInterval(timer)
  }
  return peak
}
