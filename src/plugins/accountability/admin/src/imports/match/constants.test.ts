import type { FieldView } from '../contract';
import { isNeeded, newConstant, shownConstants } from './constants';
import type { ColumnMatch, ConstantMatch } from './match';

const field = (to: string, more: Partial<FieldView> = {}): FieldView => ({
  to,
  label: to,
  required: false,
  isLocalized: false,
  isList: false,
  isDate: false,
  codes: null,
  ...more,
});
const title = field('title', { required: true, isLocalized: true });
const shelf = field('shelf', { required: true });
const year = field('year');
const BOOKS = { fields: [title, shelf, year] };
const column = (to: string, locale = '') => ({ to, locale }) as ColumnMatch;
const constant = (to: string, value: string, locale = ''): ConstantMatch => ({
  to,
  locale,
  value,
  further: {},
});

describe('what is the same in every row', () => {
  it('is shown in the order of the fields, with an empty one for what is needed and no column gives', () => {
    const match = { columns: [column('title')], constants: [constant('year', '1990')] };
    expect(shownConstants(match, BOOKS)).toEqual([constant('shelf', ''), constant('year', '1990')]);
  });

  it('is shown no more once a column gives it, unless it has a value: both together are refused', () => {
    const columns = [column('title'), column('shelf')];
    expect(shownConstants({ columns, constants: [constant('shelf', '')] }, BOOKS)).toEqual([]);
    expect(shownConstants({ columns, constants: [constant('shelf', 'A')] }, BOOKS)).toHaveLength(1);
  });

  it('can be added for every field that is not read, of texts in each language', () => {
    const match = { columns: [column('title', 'ka')], constants: [constant('shelf', 'A')] };
    const added = (of: FieldView) => newConstant(match, BOOKS, of, ['ka', 'en']);
    expect(added(year)).toEqual(constant('year', ''));
    expect(added(shelf)).toBeNull();
    expect(added(title)).toEqual(constant('title', '', 'en'));
    // A column that names no language has texts in the first one.
    const both = { columns: [column('title'), column('title', 'en')], constants: [] };
    expect(newConstant(both, BOOKS, title, ['ka', 'en'])).toBeNull();
  });

  it('is needed where it is the only one of a required field', () => {
    const match = { columns: [], constants: [constant('title', 'a'), constant('title', 'b', 'en')] };
    expect(BOOKS.fields.map((of) => isNeeded(match, of))).toEqual([false, true, false]);
  });
});
