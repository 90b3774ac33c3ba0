import type { MappingView, SourceView } from './contract';
import { mappingFor } from './mapping-choice';

const mapping = (name: string, from: string[]): MappingView => ({
  name,
  label: name,
  description: '',
  tables: [{ name: 'rows', columns: [{ from, to: 'code' }] }],
});
const source = (header: string[], ...readers: string[]): SourceView => ({
  file: 'rows.csv',
  format: 'csv',
  encoding: 'utf-8',
  tables: [
    {
      name: null,
      header,
      headerRow: 1,
      rows: [],
      problems: [],
      readBy: Object.fromEntries(readers.map((name) => [name, ['rows']])),
    },
  ],
});
const wide = mapping('wide', ['Commitment ID', 'title']);
const narrow = mapping('narrow', ['title']);

describe('the mapping that is preselected', () => {
  it('is the one that reads most columns, whatever their case and separators', () => {
    expect(mappingFor([narrow, wide], [source(['commitment_id', 'title'], 'narrow', 'wide')])).toBe(wide);
  });

  it('is one that reads all files', () => {
    const sources = [source(['commitment_id', 'title'], 'narrow', 'wide'), source(['title'], 'narrow')];
    expect(mappingFor([wide, narrow], sources)).toBe(narrow);
  });

  it('is none where no mapping reads every file, or no file can be read', () => {
    expect(mappingFor([wide], [source(['title'])])).toBeNull();
    expect(mappingFor([wide], [])).toBeNull();
  });
});
