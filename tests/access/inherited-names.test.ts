import { adminToken, createFullAccessToken } from '../support/accounts';
import { makeCommitment } from '../support/milestones';
import { rawRequest } from '../support/raw-request';
import { bootTracker, type Tracker } from '../support/tracker';

/** Names every object has without being given them; a table that is a plain object has them too. */
const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

let tracker: Tracker;
let token: string;
let admin: string;
let commitment: string;

beforeAll(async () => {
  tracker = await bootTracker();
  token = await createFullAccessToken(tracker);
  admin = await adminToken(tracker);
  commitment = await makeCommitment(tracker);
});
afterAll(() => tracker.close());

const ask = async (path: string, bearer?: string) => {
  const { status, body } = await rawRequest(
    `${tracker.url}${path}`,
    bearer ? { headers: { authorization: `Bearer ${bearer}` } } : {},
  );
  return { status, text: body.toString() };
};

/** Addresses with a name where one is looked up. */
const QUERIES = [
  '/api/open-data/commitments.csv?filters[NAME][$eq]=1',
  '/api/open-data/commitments.csv?filters[title_ka][NAME]=1',
  '/api/open-data/commitments.csv?fields=NAME',
  '/api/open-data/commitments.csv?NAME=1',
  '/api/open-data/commitments.csv?locale=NAME',
  '/api/open-data/commitments.ndjson?filters[implementation_status][$eq]=NAME',
  '/api/open-data/commitments.xsd?NAME=1',
  '/api/open-data/all.zip?NAME=1',
  '/api/open-data/releases.json?NAME=1',
  '/api/open-data/summary.json?locale=NAME',
  '/api/open-data/changes.ndjson?NAME=1',
  '/api/open-data/changes.atom?locale[NAME]=ka',
  '/api/open-data?NAME=1',
  '/api/commitments?filters[NAME][$eq]=1',
  '/api/commitments?filters[title][NAME]=1',
  '/api/commitments?filters[leadAgencies][NAME]=1',
  '/api/commitments?fields=NAME',
  '/api/commitments?fields[0]=title&fields[1]=NAME',
  '/api/commitments?populate[milestones][fields]=NAME',
  '/api/commitments?sort=NAME',
  '/api/commitments?populate=NAME',
  '/api/commitments?populate[NAME]=true',
  '/api/commitments?NAME=1',
  '/api/commitments?locale=NAME',
  '/api/commitments?status=NAME',
  '/api/commitments/COMMITMENT/comments?NAME=1',
  '/api/commitments/COMMITMENT/comments?sort=NAME',
  '/api/commitments/COMMITMENT/comments?pagination[NAME]=1',
  '/api/accountability/workflows?locale=NAME',
];

it.each(QUERIES)('%s is refused', async (template) => {
  for (const name of NAMES) {
    const path = template.replace('NAME', name).replace('COMMITMENT', commitment);
    const { status, text } = await ask(path);
    expect([path, status]).toEqual([path, template.includes('?status=') ? 403 : 400]);
    // Of a wrong value some say what is allowed there instead.
    if (/\[NAME\]|NAME=/.test(template)) expect(text).toContain(name);
    else expect(text).toMatch(/"(message|detail)":"[^"]{10}/);
  }
});

it('an export says of the name what it says of any unknown one: where it is', async () => {
  const { text } = await ask('/api/open-data/commitments.csv?filters[constructor][$eq]=1');
  const { errors, type } = JSON.parse(text) as {
    type: string;
    errors: { parameter: string; message: string }[];
  };
  expect(type).toBe('urn:problem-type:open-data:invalid-query');
  expect(errors).toEqual([{ parameter: 'filters[constructor]', message: expect.stringMatching(/.{20}/) }]);
});

const PATHS = [
  '/api/open-data/NAME',
  '/api/open-data/NAME.csv',
  '/api/open-data/commitments.NAME',
  '/api/open-data/NAME.xsd',
  '/api/open-data/commitments.NAME.json',
  '/api/open-data/releases/NAME.zip',
  '/api/NAME',
  '/api/commitments/NAME',
  '/api/commitments/NAME/status-history',
  '/api/NAME/COMMITMENT/status-history',
  '/api/commitments/NAME/comments',
  '/NAME',
  '/commitments/NAME',
];

it.each(PATHS)('%s does not exist', async (template) => {
  for (const name of NAMES) {
    const path = template.replace('NAME', name).replace('COMMITMENT', commitment);
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
  }
});

const OF_THE_PANEL = [
  '/accountability/documents/NAME/COMMITMENT/warnings',
  '/accountability/documents/NAME/COMMITMENT/workflows',
  '/accountability/moderation/comments?NAME=1',
  '/accountability/moderation/comments?state=NAME',
  '/accountability/moderation/comments/NAME',
  '/accountability/open-data/selections/NAME',
  '/content-manager/collection-types/NAME',
  '/content-manager/collection-types/api::commitment.commitment?filters[NAME][$eq]=1',
];

it.each(OF_THE_PANEL)('%s of the panel is refused', async (template) => {
  for (const name of NAMES) {
    const path = template.replace('NAME', name).replace('COMMITMENT', commitment);
    const { status } = await ask(path, admin);
    expect([path, status >= 400 && status < 500]).toEqual([path, true]);
  }
});

it.each(['contentType', 'documentId', 'workflow', 'transition'])(
  'a move with such a %s is refused',
  async (member) => {
    for (const name of NAMES) {
      const body = {
        contentType: 'api::commitment.commitment',
        documentId: commitment,
        workflow: 'implementation',
        transition: 'start',
        [member]: name,
      };
      const { status } = await rawRequest(`${tracker.url}/api/accountability/transitions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect([name, status >= 400 && status < 500]).toEqual([name, true]);
    }
  },
);

it('a text with the name is found like any other', async () => {
  const { status } = await ask('/api/commitments?filters[title][$contains]=constructor&locale=ka');
  expect(status).toBe(200);
  expect((await ask('/api/open-data/commitments.csv?filters[title_ka][$eq]=constructor')).status).toBe(200);
});
