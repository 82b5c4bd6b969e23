import { createSynnefoSession } from '@x/kamaki-astakos'

declare const url: string
declare function readToken(): Promise<string>

// #region shown
const session = createSynnefoSession({
  url,
  token: () => readToken(),
  endpoints: { compute: 'https://cloud.example.org/compute' },
})
// #endregion
