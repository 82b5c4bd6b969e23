import { isLxdNotFound } from '../errors/LxdApiError.js'

/** Whether a read finds something. @throws what the read throws, but for "not found". */
export async function existing(read: Promise<unknown>): Promise<boolean> {
  try {
    await read
    return true
  } catch (error) {
    if (isLxdNotFound(error)) return false
    throw error
  }
}
