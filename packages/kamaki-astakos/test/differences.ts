import type { Difference } from '@x-tooling/recorded'

const corrections = 'test/corrections.test.ts'
const session = 'src/session/createSynnefoSession.test.ts'
const account = 'test/account.test.ts'

/** Where calls do something else than those of kamaki 0.17, because that is a bug or a trap. */
export const differences: readonly Difference[] = [
  {
    there: '`application_action` sends `reasons`, which the service does not read.',
    here: '`reason`.',
    test: [corrections, 'the reason of an action on an application arrives'],
  },
  {
    there: '`send_feedback` labels its form so that the service does not read it.',
    here: 'As a form.',
    test: [account, 'feedback and menus'],
  },
  {
    there: "The server's message is lost for all statuses but 400, 401, 403 and 404; `details` are a text or a list.",
    here: 'One error class for all services and statuses: fault, message, details as a list, the whole body.',
    test: [corrections, "the server's message of a %i is kept, and not made of its reason phrase"],
  },
  {
    there: 'A 401 of another service hides why the identity service refused.',
    here: 'Envelopes within envelopes are unfolded.',
    test: [session, 'a second 401 is final and says what the identity service said'],
  },
  {
    there: 'Account calls go to the host of the identity service.',
    here: 'To the address in the catalog.',
    test: [corrections, 'a service on another host is asked there'],
  },
  {
    there: 'What was learned about a user never expires.',
    here: 'It is asked for again shortly before the token expires, and after a 401.',
    test: [session, 'asks again shortly before the token expires, and not before'],
  },
  {
    there: 'The default project is remembered after it was changed.',
    here: 'The session forgets it.',
    test: [account, 'the default project is set, and the session learns it'],
  },
  {
    there: 'An address that the catalog lacks is an error with a mangled text and the status 500.',
    here: 'An error that names what the catalog has.',
    test: [session, 'a service that the catalog does not list is an error that names those it has'],
  },
  {
    there: '`retry` repeats everything, refused requests and commissions too.',
    here: 'Reads alone, after a lost connection, a 502, 503 or 504, with pauses.',
    test: [corrections, 'a commission that may have arrived is not issued again'],
  },
  {
    there: 'A request that is not answered hangs.',
    here: '`TimeoutError` after `timeoutMs`.',
    test: [corrections, 'a server that does not answer is given up, and a redirect is no answer'],
  },
  {
    there: '`parse_endpoints` destroys parts of the catalog.',
    here: '`findEndpoints` changes nothing.',
    test: [corrections, 'a search leaves the catalog as it is'],
  },
  {
    there: 'Headers and parameters that are set for the next request can reach another one.',
    here: 'They are given to the call.',
    test: [corrections, 'headers of one call are not those of the next'],
  },
  {
    there: 'Query values are encoded twice when they are unicode, and the number 0 loses its value.',
    here: 'Once; 0 is sent.',
    test: [session, 'sends paths, queries and bodies encoded exactly once'],
  },
  {
    there: '9223372036854775807 stands for unlimited.',
    here: 'So it does here: quotas are `bigint`, no digit is lost.',
    test: [account, 'quotas keep all digits, and unlimited is exact'],
  },
  {
    there: '`user_term` raises a `KeyError` for a field that the user does not have.',
    here: '`undefined`.',
    test: [account, 'the default project is set, and the session learns it'],
  },
  {
    there: 'The token is in the addresses and answers that are logged.',
    here: 'It is in no event, error or print.',
    test: [session, 'the token appears neither in the session nor in an error'],
  },
]
