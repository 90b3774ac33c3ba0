import { adminToken, createFullAccessToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';
const COMMENT = 'api::comment.comment';

interface Datasets {
  data: {
    base: string;
    path: string;
    addresses: string[];
    datasets: {
      name: string;
      labels: Record<string, string>;
      rows: number;
      modified: string | null;
      links: { format: string; href: string }[];
    }[];
  };
}
interface Findings {
  data: {
    total: number;
    limit: number;
    groups: {
      contentType: string;
      labels: Record<string, string>;
      total: number;
      findings: { documentId: string; code: string; title: string; messages: Record<string, string> }[];
    }[];
  };
}
interface Selections {
  data: {
    path: string;
    types: {
      contentType: string;
      dataset: string;
      key: string;
      maxDocuments: number;
      columns: { name: string; attribute: string; locale: string | null; operators: string[] }[];
    }[];
  };
}

let tracker: Tracker;
let editor: string;
const ask = <Body>(name: string, token?: string) =>
  jsonRequest<Body>(`${tracker.url}/accountability/open-data/${name}`, { token });

beforeAll(async () => {
  tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
  editor = await adminToken(tracker, ['strapi-editor']);
});
afterAll(() => tracker.close());

describe('who may', () => {
  it('asks for a login of the panel', async () => {
    const token = await createFullAccessToken(tracker);
    for (const name of ['datasets', 'findings', 'selections']) {
      expect([name, (await ask(name)).status]).toEqual([name, 401]);
      expect([name, (await ask(name, token)).status]).toEqual([name, 401]);
    }
  });

  it('asks for the permission of the page, but not for what a list is exported as', async () => {
    const moderator = await adminToken(tracker, ['tracker-moderator']);
    for (const [name, status] of [
      ['datasets', 403],
      ['findings', 403],
      ['selections', 200],
    ] as const) {
      expect([name, (await ask(name, moderator)).status]).toEqual([name, status]);
      expect([name, (await ask(name, editor)).status]).toEqual([name, 200]);
    }
  });

  it('asks for it in the service too', async () => {
    const service = tracker.strapi.plugin('accountability').service('openDataPanel');
    const nobody = { can: () => false };
    const refusal = { status: 403, content: { code: 'PAGE_NOT_ALLOWED' } };
    await expect(service.datasetsFor(nobody, '')).rejects.toMatchObject(refusal);
    await expect(service.findingsFor(nobody)).rejects.toMatchObject(refusal);
  });
});

describe('datasets', () => {
  it('have as many rows as their export, and addresses that answer', async () => {
    const { body } = await ask<Datasets>('datasets', editor);
    expect(body.data.datasets.length).toBeGreaterThan(5);
    for (const { name, labels, rows, links } of body.data.datasets) {
      expect(Object.keys(labels).sort()).toEqual(['en', 'ka']);
      const csv = links.find(({ format }) => format === 'csv');
      const answer = await fetch(csv!.href, { method: 'HEAD' });
      expect([name, answer.status, answer.headers.get('x-total-rows')]).toEqual([name, 200, String(rows)]);
    }
    for (const address of body.data.addresses) {
      expect([address, (await fetch(address, { method: 'HEAD' })).status]).toEqual([address, 200]);
    }
    expect(`${tracker.url}${body.data.path}`).toBe(body.data.base);
  });

  it('report a change', async () => {
    const milestones = async () =>
      (await ask<Datasets>('datasets', editor)).body.data.datasets.find(({ name }) => name === 'milestones')!;
    const before = await milestones();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await makeMilestone(tracker);
    const after = await milestones();
    expect(after.rows).toBe(before.rows + 1);
    expect(after.modified! > before.modified!).toBe(true);
  });
});

describe('findings', () => {
  it('name what an editor should correct, by content type, with the number of all', async () => {
    const commitment = await makeCommitment(tracker);
    const ids = [];
    for (let count = 0; count < 3; count += 1) {
      ids.push(await makeMilestone(tracker, { title: 'Undated', data: { commitment } }));
    }
    const { body } = await ask<Findings>('findings', editor);
    const group = body.data.groups.find(({ contentType }) => contentType === MILESTONE)!;
    expect(group.labels).toEqual({ ka: 'ეტაპები', en: 'Milestones' });
    for (const documentId of ids) {
      expect(group.findings).toContainEqual(
        expect.objectContaining({ documentId, code: 'end-missing', title: 'Undated ka', locale: 'ka' }),
      );
    }
    const expected = [];
    const service = tracker.strapi.plugin('accountability').service('warnings');
    for await (const finding of service.ofPublished([MILESTONE])) expected.push(finding);
    expect([group.total, group.findings.length]).toEqual([expected.length, expected.length]);
    expect(body.data.total).toBe(body.data.groups.reduce((sum, { total }) => sum + total, 0));
  });

  it('do not show what the user may not read', async () => {
    const commitment = await makeCommitment(tracker);
    await tracker.strapi.documents(COMMENT).create({
      data: { authorName: 'ნინო', body: 'კარგია', commitment },
    } as never);
    await tracker.strapi
      .documents('api::commitment.commitment')
      .delete({ documentId: commitment, locale: '*' });
    const types = async (token: string) =>
      (await ask<Findings>('findings', token)).body.data.groups.map(({ contentType }) => contentType);
    expect(await types(editor)).not.toContain(COMMENT);
    expect(await types(await adminToken(tracker))).toContain(COMMENT);
  });

  it('are looked for once by those who ask at the same time', async () => {
    const answers = await Promise.all([ask('findings', editor), ask('findings', editor)]);
    expect(answers[0].body).toEqual(answers[1].body);
  });
});

describe('selections', () => {
  it('give chosen documents as one file, and count what is not public', async () => {
    const { body } = await ask<Selections>('selections', editor);
    const { dataset, key, maxDocuments } = body.data.types.find(
      ({ contentType }) => contentType === MILESTONE,
    )!;
    const chosen = [
      await makeMilestone(tracker),
      await makeMilestone(tracker, { published: false }),
      await makeMilestone(tracker),
    ];
    const filler = Array.from({ length: maxDocuments - 3 }, (_, index) => `none${index}aaaaaaaaaaaaaaaaaaa`);
    const query = [...chosen, ...filler].map((id) => `filters[${key}][$in]=${id}`).join('&');
    const answer = await fetch(`${tracker.url}${body.data.path}/${dataset}.ndjson?${query}`);
    expect([answer.status, answer.headers.get('x-total-rows')]).toEqual([200, '2']);
    const rows = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string });
    expect(rows.map(({ id }) => id).sort()).toEqual([chosen[0], chosen[2]].sort());
    const more = await fetch(
      `${tracker.url}${body.data.path}/${dataset}.ndjson?${query}&filters[${key}][$in]=x`,
    );
    expect(more.status).toBe(400);
  });

  it('exist once for a content type, and name only columns an export can be filtered by', async () => {
    const { body } = await ask<Selections>('selections', editor);
    const types = body.data.types.map(({ contentType }) => contentType);
    expect(new Set(types).size).toBe(types.length);
    const milestones = body.data.types.find(({ contentType }) => contentType === MILESTONE)!;
    expect(milestones.columns).toContainEqual(
      expect.objectContaining({ name: 'title_ka', attribute: 'title', locale: 'ka' }),
    );
    expect(milestones.columns.map(({ attribute }) => attribute)).not.toContain('updatedAt');
    const index = await jsonRequest<{
      datasets: { name: string; columns: { name: string; filterable: boolean }[] }[];
    }>(`${tracker.url}${body.data.path}`);
    for (const { dataset, columns } of body.data.types) {
      const filterable = index.body.datasets
        .find(({ name }) => name === dataset)!
        .columns.filter((column) => column.filterable)
        .map(({ name }) => name);
      expect(filterable).toEqual(expect.arrayContaining(columns.map(({ name }) => name)));
    }
  });

  it('are filterable in the index exactly where an export takes a filter', async () => {
    const address = `${tracker.url}/api/open-data`;
    const index = await jsonRequest<{
      datasets: { name: string; columns: { name: string; filterable: boolean }[] }[];
    }>(address);
    const wrong: string[] = [];
    for (const { name: dataset, columns } of index.body.datasets) {
      for (const { name, filterable } of columns) {
        // A wrong value is refused with its operator, a column that takes no filter as a whole.
        const { body } = await jsonRequest<{ errors?: { parameter: string }[] }>(
          `${address}/${dataset}.json?filters[${name}][$eq]=x`,
        );
        const isRefused = (body.errors ?? []).some(({ parameter }) => parameter === `filters[${name}]`);
        if (isRefused === filterable) wrong.push(`${dataset}.${name}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(index.body.datasets.flatMap(({ columns }) => columns).some(({ filterable }) => !filterable)).toBe(
      true,
    );
  }, 60_000);
});
