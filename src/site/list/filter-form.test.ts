import { commitmentRow, exampleOverview } from '../content/example-overview';
import { wordsOf } from '../words/words';
import { filterForm } from './filter-form';
import { readListQuery } from './list-query';

async function formOf(parameters: Record<string, string>, agencies: number): Promise<string> {
  const overview = await exampleOverview({
    partners: Array.from({ length: agencies }, (_, index) => ({
      id: `o${index}`,
      slug: `office-${index}`,
      name_en: `Office ${index}`,
    })),
    commitments: Array.from({ length: agencies }, (_, index) =>
      commitmentRow(`c${index}`, {
        lead_agency_ids: [`o${index}`, 'o7'],
        implementation_status: index < 3 ? 'completed' : 'delayed',
      }),
    ),
  });
  const frame = {
    language: 'en',
    words: wordsOf('en'),
    base: 'https://site.example',
    pathIn: () => '/commitments',
    asset: (file: string) => `/site/${file}`,
    site: {
      title: {},
      publisher: null,
      introduction: {},
      emblem: null,
      isFollowOpen: true,
      licence: { name: 'CC BY 4.0', url: 'https://licence.example' },
      today: '2026-11-25',
      timeZone: 'Asia/Tbilisi',
    },
    overview,
  };
  return `${filterForm(readListQuery(parameters), frame)}`;
}

describe('the form of the list', () => {
  it('says beside each choice how many commitments it leaves', async () => {
    const form = await formOf({}, 5);
    expect(form).toMatch(/<option value="completed"\s*>\s*Completed \(3\)\s*<\/option\s*>/);
    expect(form).toMatch(/<option value="delayed"\s*>\s*Delayed \(2\)\s*<\/option\s*>/);
    expect(form).toMatch(/<option value="suspended"\s*>\s*Suspended \(0\)\s*<\/option\s*>/);
  });

  it('does not grow with the number of organisations, and suggests those with most commitments', async () => {
    const form = await formOf({}, 953);
    const [, agencies = ''] = /<datalist id="filter-agency-names">(.*?)<\/datalist>/s.exec(form) ?? [];
    expect(agencies.match(/<option/g)).toHaveLength(50);
    expect(agencies).toMatch(/^\s*<option value="Office 7"/);
    expect(form.length).toBeLessThan((await formOf({}, 60)).length * 1.1);
  });

  it('shows the name of the organisation that an address has by its slug', async () => {
    expect(await formOf({ agency: 'office-3' }, 5)).toMatch(/name="agency"[^>]*value="Office 3"/s);
    expect(await formOf({ agency: 'offi' }, 5)).toMatch(/name="agency"[^>]*value="offi"/s);
  });
});
