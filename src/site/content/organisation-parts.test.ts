import { commitmentRow, exampleOverview, milestoneRow } from './example-overview';
import { partsOf } from './organisation-parts';

const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

describe('what an organisation has to do with what is published', () => {
  it('is listed by the part it has, in the order of the lists', async () => {
    const overview = await exampleOverview({
      commitments: [
        commitmentRow('b', { order: 2, lead_agency_ids: ['city', 'ministry'] }),
        commitmentRow('a', { order: 1, lead_agency_ids: ['city'], partner_ids: ['ministry'] }),
      ],
      milestones: [milestoneRow('m', { responsible_agency_ids: ['ministry'], partner_ids: ['city'] })],
    });
    const ofCity = partsOf('city', overview);
    expect(idsOf(ofCity.leads)).toEqual(['a', 'b']);
    expect([ofCity.takesPartIn, ofCity.responsibleFor]).toEqual([[], []]);
    expect(idsOf(ofCity.partnerOf)).toEqual(['m']);
    const ofMinistry = partsOf('ministry', overview);
    expect([ofMinistry.leads, ofMinistry.takesPartIn, ofMinistry.responsibleFor].map(idsOf)).toEqual([
      ['b'],
      ['a'],
      ['m'],
    ]);
    expect(partsOf('nobody', overview)).toEqual({
      leads: [],
      takesPartIn: [],
      responsibleFor: [],
      partnerOf: [],
    });
  });

  it('is of the overview it is asked about', async () => {
    const one = await exampleOverview({ commitments: [commitmentRow('a', { lead_agency_ids: ['city'] })] });
    const other = await exampleOverview({});
    expect(partsOf('city', one).leads).toHaveLength(1);
    expect(partsOf('city', other).leads).toHaveLength(0);
  });
});
