import { reportTitle } from './report-title';

const label = (kind: string) => ({ annual: 'Annual' })[kind] ?? kind;
const commitment = { code: '2', title: 'Open data' };
const milestone = { code: '2.2', title: 'A portal' };

it.each([
  [{ milestone, commitment, period: { kind: 'annual', year: 2019 } }, '2.2 A portal · 2019, Annual'],
  [{ commitment, period: { kind: 'annual', start: '2020-01-01' } }, '2 Open data · 2020-01-01 – …, Annual'],
  [{ commitment: { code: null, title: 'Open data' } }, 'Open data'],
  [{ period: { year: 2019 } }, '2019'],
  [{}, ''],
])('calls %j %s', (report, title) => {
  expect(reportTitle(report, label)).toBe(title);
});
