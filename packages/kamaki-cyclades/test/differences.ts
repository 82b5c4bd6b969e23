import type { Difference } from '@x-tooling/recorded'

const corrections = 'test/corrections.test.ts'
const everyWait = 'test/everyWait.test.ts'

/** Where calls do something else than those of kamaki 0.17, because that is a bug or a trap. */
export const differences: readonly Difference[] = [
  {
    there: 'A wait whose time is up answers what it saw last, as if it had succeeded.',
    here: '`WaitTimeoutError`, with what was seen last.',
    test: [everyWait, '$kind, $way: time that is up is a typed error with what was seen last'],
  },
  {
    there: 'A wait goes on when the thing goes wrong or is deleted.',
    here: '`WaitFailedError` at once, unless `failFast` is `false`.',
    test: [everyWait, '$kind, $way: an error status ends it at once'],
  },
  {
    there: '`wait_port_until` waits for `BUILD` by default.',
    here: 'For `ACTIVE`.',
    test: [everyWait, '$kind, $way: success, having told the progress'],
  },
  {
    there: 'Waits for a server end with the status, while a task is still under way.',
    here: '`waitServerUntil` waits for the task too, unless `idle` is `false`.',
    test: ['test/waits.test.ts', 'a task that is under way keeps a wait going, unless it does not matter'],
  },
  {
    there: 'The floating IP calls of the compute client shift their arguments and fail.',
    here: 'They work.',
    test: ['test/networks.test.ts', 'the compute service shows the same addresses in its own form'],
  },
  {
    there: '`rebuild_server` always fails before it sends anything.',
    here: 'It is sent; Synnefo refuses it, other clouds need not.',
    test: [corrections, 'a rebuild sends the server, and the refusal of Synnefo arrives'],
  },
  {
    there: '`images_metadata_put` ignores its key.',
    here: 'The key is in the path.',
    test: [corrections, 'a key of an image is set where the service looks for it'],
  },
  {
    there: '`rescue_image_ref` is sent beside the action, where no service looks.',
    here: 'Inside it.',
    test: [corrections, 'the image of a rescue stands inside the action'],
  },
  {
    there: '`get_subnet_details` answers the envelope.',
    here: 'The subnet.',
    test: ['test/networks.test.ts', 'what a cloud refuses: other types, odd subnets, second subnets'],
  },
  {
    there: 'Items of `list_keypairs` are wrapped.',
    here: 'They are key pairs.',
    test: [corrections, 'key pairs of a list are not wrapped'],
  },
  {
    there: '`add_tag` fails when the tag is there already.',
    here: 'It succeeds.',
    test: ['test/servers.test.ts', 'tags: added, pending and then active, absent ones told from absent servers'],
  },
  {
    there: '`check_tag_exists` answers `False` for a server that is not there.',
    here: 'That is an error.',
    test: ['test/servers.test.ts', 'tags: added, pending and then active, absent ones told from absent servers'],
  },
  {
    there: '`register` turns `/container/path` into dots, and sends `size`, which the service refuses.',
    here: 'The short form means the own account; what the service does not take is dropped, dashes in names are taken.',
    test: [
      'test/volumesAndImages.test.ts',
      'images: registered from a meta file, listed, changed, shared, unregistered',
    ],
  },
  {
    there: 'What an image is comes as texts with dashes in one call and typed with underscores in another.',
    here: 'Typed, with underscores, everywhere.',
    test: [
      'test/volumesAndImages.test.ts',
      'images: registered from a meta file, listed, changed, shared, unregistered',
    ],
  },
  {
    there: '`create_server`, `create_networks` and `create_subnets` change what they are given.',
    here: 'They do not.',
    test: [corrections, 'what a caller gives is not changed'],
  },
  {
    there: '`create_server` always looks the image up.',
    here: '`imageMetadata: false` leaves that out.',
    test: [corrections, 'an image without os and users makes a server, and the look-up can be left out'],
  },
  {
    there: 'Files for a new server must be given ready in base64.',
    here: 'As text, as bytes or ready.',
    test: ['test/servers.test.ts', 'files go in as text, as bytes or ready in base64, with permissions as numbers'],
  },
  {
    there: 'A 304 to `changes_since` is an error, or a body that can not be read.',
    here: 'An empty list.',
    test: ['test/servers.test.ts', 'changes-since: what changed, deleted things too; nothing is an empty list'],
  },
  {
    there: 'Ids are numbers here and texts there, as the service sends them.',
    here: 'Texts; parameters take both.',
    test: [corrections, 'ids are texts, whether the service sends numbers or texts, and take both'],
  },
  {
    there: 'Slashes in ids and keys are not encoded.',
    here: 'Every segment is encoded; nothing leaves its place.',
    test: ['test/injection.test.ts', '$id: no parameter leaves its place'],
  },
  {
    there: 'Passwords and keys are printed with the answers that hold them.',
    here: 'They can be read, and are not printed.',
    test: ['test/secrets.test.ts', 'tokens, passwords and keys are in no hook, channel, error or print'],
  },
]
