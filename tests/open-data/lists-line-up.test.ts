import { createFullAccessToken } from '../support/accounts';
import { parseCsv } from '../support/csv';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

type Row = Record<string, string>;
type JsonRow = Record<string, unknown>;

describe('lists of one relation in exports', () => {
  let tracker: Tracker;
  let token: string;
  let partners: string[];
  let commitment: string;
  let milestone: string;

  const send = async (method: string, address: string, data: object): Promise<string> => {
    const { status, body } = await jsonRequest<{ data: { documentId: string } }>(
      `${tracker.url}/api/${address}`,
      { method, token, body: { data } },
    );
    expect([status < 300, body]).toEqual([true, expect.anything()]);
    return body.data.documentId;
  };
  const text = async (address: string) => (await fetch(`${tracker.url}/api/open-data/${address}`)).text();
  const csvRow = async (address: string, id: string): Promise<Row> =>
    parseCsv(await text(address)).find((row) => row.id === id)!;
  const jsonRow = async (address: string, id: string): Promise<JsonRow> =>
    (JSON.parse(await text(address)) as { data: JsonRow[] }).data.find((row) => row.id === id)!;

  beforeAll(async () => {
    tracker = await bootTracker();
    token = await createFullAccessToken(tracker);
    const partner = async (name: string, english?: string) => {
      const documentId = await send('POST', 'partners?locale=ka', { name });
      if (english) await send('PUT', `partners/${documentId}?locale=en`, { name: english });
      return documentId;
    };
    partners = [
      await partner('პირველი', 'First; with a semicolon'),
      await partner('მეორე | ხაზით'),
      await partner('მესამე', 'Third, with a comma'),
    ];
    const [one, two, three] = partners as [string, string, string];
    commitment = await send('POST', 'commitments?locale=ka', {
      title: 'ვალდებულება',
      partners: [two, one, three],
      leadAgencies: [two],
    });
    await send('PUT', `commitments/${commitment}?locale=en`, { title: 'Commitment' });
    milestone = await send('POST', 'milestones?locale=ka', {
      title: 'ეტაპი',
      commitment,
      partners: [one, two],
      responsibleAgencies: [three, two, one],
    });
    await send('PUT', `milestones/${milestone}?locale=en`, { title: 'Milestone' });
  });
  afterAll(() => tracker.close());

  it('have also what is there in a later language only, in the order of the language that has most', async () => {
    const english = await send('POST', 'partners?locale=en', { name: 'English only' });
    const plan = await send('POST', 'action-plans?locale=en', { title: 'English plan', scope: 'national' });
    const [one, , three] = partners as [string, string, string];
    const made = await send('POST', 'commitments?locale=ka', { title: 'ორენოვანი', partners: [one] });
    await send('PUT', `commitments/${made}?locale=en`, {
      title: 'In two languages',
      partners: [three, english, one],
      actionPlan: plan,
    });
    const row = await csvRow('commitments.csv', made);
    expect(row.partner_ids?.split('|')).toEqual([three, english, one]);
    expect(row.action_plan_id).toBe(plan);
    const found = parseCsv(await text(`commitments.csv?filters[partner_ids][$eq]=${english}`));
    expect(found.map(({ id }) => id)).toEqual([made]);
    const links = parseCsv(await text('commitment-partners.csv')).filter(
      (link) => link.commitment_id === made,
    );
    expect(links.map((link) => link.partner_id).sort()).toEqual([one, english, three].sort());
  });

  it('line up position by position, with the language of each name beside it', async () => {
    const [one, two, three] = partners as [string, string, string];
    expect(await jsonRow('commitments.json?locale=en', commitment)).toMatchObject({
      partner_ids: [two, one, three],
      partner_names: ['მეორე | ხაზით', 'First; with a semicolon', 'Third, with a comma'],
      partner_name_languages: ['ka', 'en', 'en'],
      lead_agency_ids: [two],
      lead_agency_names: ['მეორე | ხაზით'],
      lead_agency_name_languages: ['ka'],
    });
    expect(await jsonRow('commitments.json', commitment)).toMatchObject({
      partner_ids: [two, one, three],
      partner_names_ka: ['მეორე | ხაზით', 'პირველი', 'მესამე'],
      partner_name_languages_ka: ['ka', 'ka', 'ka'],
      partner_names_en: ['მეორე | ხაზით', 'First; with a semicolon', 'Third, with a comma'],
      partner_name_languages_en: ['ka', 'en', 'en'],
    });
    expect(await jsonRow('milestones.json?locale=en', milestone)).toMatchObject({
      responsible_agency_ids: [three, two, one],
      responsible_agency_names: ['Third, with a comma', 'მეორე | ხაზით', 'First; with a semicolon'],
      responsible_agency_name_languages: ['en', 'ka', 'en'],
    });
  });

  it('have one separator, which no name holds', async () => {
    const row = await csvRow('commitments.csv?locale=en', commitment);
    expect(row.partner_ids!.split('|')).toHaveLength(3);
    expect(row.partner_names!.split('|')).toEqual([
      'მეორე ¦ ხაზით',
      'First; with a semicolon',
      'Third, with a comma',
    ]);
    expect(row.partner_name_languages).toBe('ka|en|en');
  });

  it('line up in every row and dataset, in both forms', async () => {
    for (const dataset of ['commitments', 'milestones']) {
      for (const query of ['', '?locale=ka', '?locale=en']) {
        const { data } = JSON.parse(await text(`${dataset}.json${query}`)) as { data: JsonRow[] };
        for (const row of data) {
          for (const [name, names] of Object.entries(row)) {
            const base = /^(.*)_name(s|_languages)(_..)?$/.exec(name)?.[1];
            if (base)
              expect([name, (names as string[]).length]).toEqual([
                name,
                (row[`${base}_ids`] as string[]).length,
              ]);
          }
        }
      }
    }
  });

  it('say of no Georgian name that it is English where texts are marked with their language', async () => {
    const graph = (JSON.parse(await text('commitments.jsonld')) as { '@graph': JsonRow[] })['@graph'];
    const row = graph.find((one) => String(one['@id']).endsWith(commitment))!;
    expect(row.partner_names).toEqual({
      ka: ['მეორე | ხაზით', 'პირველი', 'მესამე'],
      en: ['First; with a semicolon', 'Third, with a comma'],
    });
    const { tables } = JSON.parse(await text('commitments.csv-metadata.json')) as {
      tables: { tableSchema: { columns: { name: string; lang?: string }[] } }[];
    };
    const columns = tables.flatMap(({ tableSchema }) => tableSchema.columns);
    const column = (name: string) => columns.find((one) => one.name === name);
    expect(column('title_en')).toMatchObject({ lang: 'en' });
    expect(column('partner_names_en')).not.toHaveProperty('lang');
  });

  it('are explained in the dictionary', async () => {
    const dictionary = await text('dictionary.md?locale=en');
    expect(dictionary).toContain('partner_name_languages_en');
    expect(dictionary).toContain('A name without translation is given in another language');
  });
});
