import { normalWord } from '../../../../shared/normal-word';
import type { SavedColumn, SavedTable } from '../../../../shared/saved-mapping';
import { textIn } from '../../languages/localized-text';
import type { MessageValues } from '../../languages/message-format';
import type { DocumentTable } from '../mapping/declaration';
import type { GenericField } from '../mapping/generic';
import { tablesOf, type DescribedTable } from '../mapping/generic-tables';
import type { ProposalSettings } from '../mapping/propose';
import { say } from '../words';

/** What is wrong with a saved mapping, at a column and a field of it as far as it is about one. */
export interface SavedTableProblem {
  /** kebab-case; its message is `saved.<code>` in the section `import` of the word files. */
  readonly code: string;
  /** Position of the table, from 0. */
  readonly table: number;
  /** Header of the column, or its constant. */
  readonly column: string | null;
  /** `to` of the column. */
  readonly field: string | null;
  message(language: string): string;
}

export interface SavedTables {
  /** By table of the saved mapping the tables that read it. */
  readonly tables: readonly DocumentTable[];
  readonly problems: readonly SavedTableProblem[];
}

/** The tables of a mapping for those of a saved one, or why it cannot be used. Pure. */
export function tablesForSaved(settings: ProposalSettings, saved: readonly SavedTable[]): SavedTables {
  const problems: SavedTableProblem[] = [];
  const documents: DocumentTable[] = [];
  const made: DocumentTable[] = [];
  saved.forEach((table, index) => {
    const described = settings.tables.find(({ declared }) => declared.name === table.holds);
    if (!described) {
      const known = settings.tables.map(({ declared }) => declared.name);
      problems.push(problemAt(index, 'table-unknown', null, () => ({ table: table.holds, known })));
      return;
    }
    const found = tableProblems(settings.languages, described, table, index);
    problems.push(...found);
    if (found.length > 0) return;
    const { holds, dateOrder, ...read } = table;
    const named = [holds, ...(table.files ?? [])].join(': ');
    const isTwice = saved
      .slice(0, index)
      .some((one) => [one.holds, ...(one.files ?? [])].join(': ') === named);
    const tables = tablesOf(described, {
      ...read,
      name: isTwice ? `${named} (${index + 1})` : named,
      dateOrder: dateOrder ?? settings.dateOrder,
    });
    documents.push(tables.documents);
    made.push(...tables.made);
  });
  return { tables: [...documents, ...made], problems };
}

const columnOf = ({ from, constant }: SavedColumn): string => from ?? constant ?? '';

const problemAt = (
  table: number,
  code: string,
  column: SavedColumn | null,
  values: (language: string) => MessageValues,
): SavedTableProblem => ({
  code,
  table,
  column: column && columnOf(column),
  field: column?.to ?? null,
  message: (language) =>
    say(language, `saved.${code}`, {
      ...(column && { column: columnOf(column), field: column.to }),
      ...values(language),
    }),
});

function tableProblems(
  languages: readonly string[],
  { declared, fields }: DescribedTable,
  table: SavedTable,
  index: number,
): SavedTableProblem[] {
  const labelOf = (field: GenericField) => (language: string) => ({ field: textIn(field.labels, language) });
  const problems = table.columns.flatMap((column, position): SavedTableProblem[] => {
    const problem = (code: string, values: (language: string) => MessageValues = () => ({})) =>
      problemAt(index, code, column, values);
    const field = fields.find((one) => one.column.to === column.to);
    if (!field) {
      return [problem('field-unknown', () => ({ known: fields.map((one) => one.column.to) }))];
    }
    const label = labelOf(field);
    const found: SavedTableProblem[] = [];
    if ((column.from === undefined) === (column.constant === undefined)) {
      found.push(problem('from-or-constant', label));
    }
    if (column.locale !== undefined && !languages.includes(column.locale)) {
      const { locale } = column;
      found.push(problem('language-unknown', () => ({ language: locale, known: languages })));
    }
    if (column.separators && !field.isList) found.push(problem('not-a-list', label));
    if (column.dateOrder && !field.isDate) found.push(problem('not-a-date', label));
    found.push(...valueProblems(column, field, problem));
    const place = placeOf(column, field, languages);
    const other = table.columns
      .slice(0, position)
      .find((one) => one.to === column.to && placeOf(one, field, languages) === place);
    if (other) {
      found.push(problem('field-twice', (language) => ({ ...label(language), other: columnOf(other) })));
    }
    return found;
  });
  const missing = fields.filter(
    ({ column: { required, to } }) => required && !table.columns.some((column) => column.to === to),
  );
  return [
    ...problems,
    ...missing.map((field) => ({
      ...problemAt(index, 'field-missing', null, labelOf(field)),
      field: field.column.to,
    })),
    ...keyProblems(table, declared.keys, index),
  ];
}

/** What a column writes: of a text one of its languages. */
const placeOf = ({ locale }: SavedColumn, { isLocalized }: GenericField, languages: readonly string[]) =>
  isLocalized ? (locale ?? languages[0]) : null;

function valueProblems(
  { values = {}, constant }: SavedColumn,
  { codes, values: known = {} }: GenericField,
  problem: (code: string, values?: (language: string) => MessageValues) => SavedTableProblem,
): SavedTableProblem[] {
  if (!codes) return Object.keys(values).length > 0 ? [problem('no-codes')] : [];
  const words = new Set([...codes, ...Object.keys(known), ...Object.keys(values)].map(normalWord));
  const wrong = Object.values(values).filter((code) => !codes.includes(code));
  if (constant !== undefined && !words.has(normalWord(constant))) wrong.push(constant);
  return wrong.map((value) => problem('code-unknown', () => ({ value, known: codes })));
}

function keyProblems(
  { key, columns }: SavedTable,
  keys: readonly (readonly string[])[],
  index: number,
): SavedTableProblem[] {
  if (!key) return [];
  if (!keys.some((one) => one.join() === key.join())) {
    const known = keys.map((one) => one.join(' + '));
    return [problemAt(index, 'key-unknown', null, () => ({ key, known }))];
  }
  const attributes = new Set(columns.map(({ to }) => to.split('.')[0]));
  const [without] = key.filter((one) => !attributes.has(one));
  return without === undefined
    ? []
    : [problemAt(index, 'key-incomplete', null, () => ({ key, attribute: without }))];
}
