import type { MappingView, SourceView } from './contract';
import { mappingFor } from './mapping-choice';

const mapping = (name: string): MappingView => ({ name, label: name, description: '', saved: null });
/** A file of which mappings read so many columns. */
const source = (read: Readonly<Record<string, number>>): SourceView => ({
  file: 'rows.csv',
  format: 'csv',
  encoding: 'utf-8',
  tables: [
    {
      name: null,
      header: ['commitment_id', 'title'],
      headerRow: 1,
      rows: [],
      problems: [],
      readBy: {
        idle: { tables: [], columns: 0 },
        ...Object.fromEntries(
          Object.entries(read).map(([name, columns]) => [name, { tables: ['rows'], columns }]),
        ),
      },
    },
  ],
});
const wide = mapping('wide');
const narrow = mapping('narrow');

describe('the mapping that is preselected', () => {
  it('is the one that reads most columns', () => {
    expect(mappingFor([narrow, wide], [source({ narrow: 1, wide: 2 })])).toBe(wide);
  });

  it('is one that reads all files', () => {
    expect(mappingFor([wide, narrow], [source({ narrow: 1, wide: 2 }), source({ narrow: 1 })])).toBe(narrow);
  });

  it('is the first of those that read as much', () => {
    expect(mappingFor([wide, narrow], [source({ narrow: 1, wide: 1 })])).toBe(wide);
  });

  it('is none where no mapping reads every file, or no file can be read', () => {
    expect(mappingFor([mapping('idle'), wide], [source({})])).toBeNull();
    expect(mappingFor([wide], [])).toBeNull();
  });
});
