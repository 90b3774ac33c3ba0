import { adminToken } from '../support/accounts';
import { sendComment, NO_LIMITS, writtenComment } from '../support/comments';
import { jsonRequest } from '../support/json-request';
import { makeCommitment } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

/** Titles and other ways to write them: capitals of Georgian (Mtavruli), accents, Cyrillic, Greek, Latin. */
const TITLES = [
  ['საჯარო რეესტრი', 'ᲡᲐᲯᲐᲠᲝ ᲠᲔᲔᲡᲢᲠᲘ'],
  ['ᲗᲑᲘᲚᲘᲡᲘᲡ ᲒᲔᲒᲛᲐ', 'თბილისის გეგმა'],
  ['École à Genève', 'ÉCOLE À GENÈVE'],
  ['ОТКРЫТЫЕ ДАННЫЕ', 'открытые данные'],
  ['Δημόσια δεδομένα', 'ΔΗΜΌΣΙΑ ΔΕΔΟΜΈΝΑ'],
  ['Open Data 2.1', 'oPEN dATA 2.1'],
] as const;

let tracker: Tracker;
let admin: string;
const ids: string[] = [];

beforeAll(async () => {
  tracker = await bootTracker({ env: NO_LIMITS });
  admin = await adminToken(tracker);
  for (const [title] of TITLES) {
    const documents = tracker.strapi.documents('api::commitment.commitment');
    const { documentId } = await documents.create({
      locale: 'ka',
      status: 'published',
      data: { title },
    } as never);
    ids.push(documentId);
  }
});
afterAll(() => tracker.close());

const published = async (query: string): Promise<string[]> => {
  const { status, body } = await jsonRequest<{ data: { documentId: string }[] }>(
    `${tracker.url}/api/commitments?locale=ka&fields=title&${query}`,
  );
  expect(status).toBe(200);
  return body.data.map(({ documentId }) => documentId);
};

describe.each(TITLES.map((title, index) => [...title, index] as const))(
  '“%s” asked for as “%s”',
  (title, asked, index) => {
    const all = encodeURIComponent(asked);
    const start = encodeURIComponent(asked.slice(0, 5));
    const inside = encodeURIComponent(asked.slice(2, 8));
    const end = encodeURIComponent(asked.slice(-5));

    it.each([
      ['$eqi', `filters[title][$eqi]=${all}`],
      ['$containsi', `filters[title][$containsi]=${inside}`],
      ['$startsWithi', `filters[title][$startsWithi]=${start}`],
      ['$endsWithi', `filters[title][$endsWithi]=${end}`],
      ['_q', `_q=${inside}`],
    ])('is found by %s', async (_, query) => {
      expect(await published(query)).toEqual([ids[index]]);
    });

    it('is left out by $nei and $notContainsi', async () => {
      expect(await published(`filters[title][$nei]=${all}`)).toHaveLength(TITLES.length - 1);
      expect(await published(`filters[title][$notContainsi]=${inside}`)).toHaveLength(TITLES.length - 1);
    });

    it('is found by the search of the panel', async () => {
      const url = `${tracker.url}/content-manager/collection-types/api::commitment.commitment`;
      const { body } = await jsonRequest<{ results: { documentId: string }[] }>(
        `${url}?locale=ka&_q=${inside}`,
        { token: admin },
      );
      expect(body.results.map(({ documentId }) => documentId)).toEqual([ids[index]]);
    });

    it('is found by $contains of an export', async () => {
      const { body } = await jsonRequest<{ id: string }[] | { data: { id: string }[] }>(
        `${tracker.url}/api/open-data/commitments.json?fields=id&filters[title_ka][$contains]=${inside}`,
      );
      expect(JSON.stringify(body)).toContain(ids[index]);
      expect(JSON.stringify(body).match(/"id"/g)).toHaveLength(1);
    });

    it('is found by the public pages', async () => {
      // By whole words: the pages search in the index of words.
      const page = await (await fetch(`${tracker.url}/commitments?q=${all}`)).text();
      expect(page).toContain(title);
      for (const [other] of TITLES.filter((one) => one[0] !== title))
        expect(page).not.toContain(`>${other}<`);
    });
  },
);

it('wildcards of LIKE are escaped', async () => {
  for (const sign of ['%', '_', '\\', '%25', '__']) {
    expect(await published(`filters[title][$containsi]=${encodeURIComponent(sign)}`)).toEqual([]);
  }
});

it('the moderators’ queue finds comments in any letter case', async () => {
  const commitment = await makeCommitment(tracker);
  const sent = await sendComment(tracker, commitment, { ...writtenComment(), body: 'ᲛᲘᲜᲘᲡᲢᲠᲘ da Министр' });
  expect(sent.status).toBe(201);
  for (const search of ['მინისტრი', 'МИНИСТР', 'DA']) {
    const { body } = await jsonRequest<{ data: { comments: { documentId: string }[] } }>(
      `${tracker.url}/accountability/moderation/comments?search=${encodeURIComponent(search)}`,
      { token: admin },
    );
    expect(body.data.comments.map(({ documentId }) => documentId)).toEqual([sent.body.data!.documentId]);
  }
});
