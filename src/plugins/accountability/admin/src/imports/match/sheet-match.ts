import { normalHeader } from '../../../../shared/normal-header';
import type { SavedColumn, SavedTable } from '../../../../shared/saved-mapping';
import type { ContentView, FieldView, Proposal, ProposedSheet } from '../contract';
import { shownConstants } from './constants';
import { usableKeys } from './keys';
import type { ColumnMatch, SheetMatch } from './match';

function proposedColumns(sheet: ProposedSheet, holds: string): ColumnMatch[] {
  return (sheet.columns[holds] ?? []).map(({ header, to, locale, confidence, couldBe }, at) => ({
    header,
    texts: sheet.texts[at] ?? [],
    values: {},
    to: confidence === 'sure' ? (to ?? '') : '',
    locale: confidence === 'sure' ? (locale ?? '') : '',
    separators: [],
    proposed: { confidence, couldBe },
    further: {},
  }));
}

const matchAs = (sheet: ProposedSheet, holds: string): SheetMatch => ({
  file: sheet.file,
  table: sheet.table,
  holds,
  couldHold: sheet.couldHold,
  dateOrder: '',
  key: null,
  columns: proposedColumns(sheet, holds),
  constants: [],
  saved: null,
  elsewhere: [],
});

function savedMatch(sheet: ProposedSheet, saved: SavedTable): SheetMatch {
  const match = matchAs(sheet, saved.holds);
  const columnFor = (header: string) =>
    saved.columns.find(({ from }) => from === header) ??
    saved.columns.find(({ from }) => from !== undefined && normalHeader(from) === normalHeader(header));
  const used = new Set<SavedColumn>();
  const columns = match.columns.map((column): ColumnMatch => {
    const found = columnFor(column.header);
    if (!found || used.has(found)) return { ...column, to: '', locale: '', proposed: null };
    used.add(found);
    const { to, locale = '', separators = [], values = {}, dateOrder } = found;
    const further = dateOrder ? { dateOrder } : {};
    return { ...column, to, locale, separators, values, proposed: null, further };
  });
  return {
    ...match,
    dateOrder: saved.dateOrder ?? '',
    key: saved.key ?? null,
    columns,
    constants: saved.columns.flatMap(({ from: _, constant, to, locale = '', ...further }) =>
      constant === undefined ? [] : [{ to, locale, value: constant, further }],
    ),
    saved,
    elsewhere: saved.columns.filter((column) => column.from !== undefined && !used.has(column)),
  };
}

/** How the sheets are read before anybody corrects it: as a saved mapping says, else as it is proposed. */
export const matchesOf = ({ sheets }: Proposal, saved: readonly SavedTable[] | null): SheetMatch[] =>
  sheets.map((sheet) => {
    const table = sheet.savedTable === null ? undefined : saved?.[sheet.savedTable];
    if (table) return savedMatch(sheet, table);
    return matchAs(sheet, saved ? '' : (sheet.holds ?? ''));
  });

/** The sheet as one that holds something else: its columns are as proposed for that. */
export function heldAs({ sheets }: Proposal, match: SheetMatch, holds: string): SheetMatch {
  const sheet = sheets.find(({ file, table }) => file === match.file && table === match.table);
  return sheet ? { ...matchAs(sheet, holds), dateOrder: match.dateOrder } : match;
}

const stem = (file: string): string => file.replace(/\.[^.]*$/, '');

function filesOf(match: SheetMatch, all: readonly SheetMatch[]): string[] | undefined {
  if (match.saved) return match.saved.files;
  if (all.length === 1) return undefined;
  const short = match.table ?? stem(match.file);
  const isOnly =
    all.filter(({ table, file }) => normalHeader(table ?? stem(file)) === normalHeader(short)).length === 1;
  return [isOnly || match.table === null ? short : `${stem(match.file)}/${match.table}`];
}

function columnOf(
  { header, to, locale, separators, values, further }: ColumnMatch,
  fields: readonly FieldView[],
): SavedColumn {
  const field = fields.find((one) => one.to === to);
  return {
    from: header,
    to,
    ...(locale !== '' && { locale }),
    ...(separators.length > 0 && field?.isList && { separators: [...separators] }),
    ...(Object.keys(values).length > 0 && field?.codes && { values }),
    ...further,
  };
}

/** The tables of a mapping that reads the sheets so; those that are not read are left out. */
export function tablesOfMatches(
  matches: readonly SheetMatch[],
  contents: readonly ContentView[],
): SavedTable[] {
  return matches.flatMap((match): SavedTable[] => {
    const content = contents.find(({ name }) => name === match.holds);
    if (!content) return [];
    const files = filesOf(match, matches);
    const isSame = match.saved?.holds === match.holds;
    const constants = shownConstants(match, content).flatMap(
      ({ to, locale, value, further }): SavedColumn[] =>
        value.trim() === ''
          ? []
          : [{ constant: value.trim(), to, ...(locale !== '' && { locale }), ...further }],
    );
    const key = usableKeys(match, content).find((one) => one.join() === match.key?.join());
    return [
      {
        holds: match.holds,
        ...(files && { files }),
        ...(key && { key: [...key] }),
        ...(match.dateOrder !== '' && { dateOrder: match.dateOrder }),
        columns: [
          ...match.columns.filter(({ to }) => to !== '').map((column) => columnOf(column, content.fields)),
          ...(isSame ? match.elsewhere : []),
          ...constants,
        ],
      },
    ];
  });
}
