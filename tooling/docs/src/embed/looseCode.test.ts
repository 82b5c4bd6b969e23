import { expect, test } from 'vitest'
import { looseCode } from './looseCode.ts'

test('finds TypeScript outside of markers, and no other code', () => {
  const inside = '<!-- code: a.ts -->\n\n```ts\nconst inside = 1\n```\n\n<!-- /code -->'
  const text = `${inside}\n\n\`\`\`ts\nconst outside = 1\n\`\`\`\n\n\`\`\`sh\nnpm install\n\`\`\`\n`
  expect(looseCode(text)).toEqual(['const outside = 1'])
})
