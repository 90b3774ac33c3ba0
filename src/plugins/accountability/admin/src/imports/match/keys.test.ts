import type { FieldView } from '../contract';
import { keyLabels, usableKeys } from './keys';
import type { ColumnMatch } from './match';

const field = (to: string, label: string): FieldView => ({
  to,
  label,
  required: false,
  isLocalized: false,
  isList: false,
  isDate: false,
  codes: null,
});
const FIELDS = [field('code', 'Code'), field('shelf.code|name', 'Shelf'), field('period.year', 'Year')];
const BOOKS = { keys: [['shelf', 'code'], ['code'], ['period']], fields: FIELDS };
const columns = (...fields: string[]) => fields.map((to) => ({ to, locale: '' }) as ColumnMatch);

describe('the keys of a sheet', () => {
  it('are those whose attributes are all read: from columns, or the same in every row', () => {
    const match = { columns: columns('code'), constants: [], elsewhere: [] };
    expect(usableKeys(match, BOOKS)).toEqual([['code']]);
    const shelf = { to: 'shelf.code|name', locale: '', value: 'A', further: {} };
    expect(usableKeys({ ...match, constants: [shelf] }, BOOKS)).toEqual([['shelf', 'code'], ['code']]);
    const elsewhere = [{ from: 'Year', to: 'period.year' }];
    expect(usableKeys({ ...match, elsewhere }, BOOKS)).toEqual([['code'], ['period']]);
  });

  it('are called as the fields of their attributes', () => {
    expect(keyLabels(['shelf', 'code'], FIELDS)).toEqual(['Shelf', 'Code']);
    expect(keyLabels(['other'], FIELDS)).toEqual(['other']);
  });
});
