import { expect, test } from 'vitest'
import { runCommand } from './runCommand.ts'

const root = import.meta.dirname

test('answers the exit code and both streams', async () => {
  const result = await runCommand(root, 'sh', ['-c', 'echo out; echo no >&2; exit 3'], { deadlineMs: 10_000 })
  expect(result).toEqual({ code: 3, stdout: 'out\n', output: expect.stringMatching(/out\n|no\n/) })
})

test('ends a command that takes too long together with its children', async () => {
  const command = runCommand(root, 'sh', ['-c', 'echo begun; sleep 600 & sleep 600'], { deadlineMs: 300 })
  await expect(command).rejects.toThrow(/no end after 0\.3 s\nbegun/)
})

test('rejects when the command does not exist', async () => {
  await expect(runCommand(root, 'no-such-command', [], { deadlineMs: 10_000 })).rejects.toThrow('ENOENT')
})
