import { textIn } from '../../languages/localized-text';
import type { GenericField } from '../mapping/generic';
import type { DescribedTable } from '../mapping/generic-tables';
import { matchHeader } from '../mapping/header-match';
import {
  matchedHeaders,
  proposeMapping,
  type MatchedHeader,
  type ProposalSettings,
} from '../mapping/propose';
import { sourceTablesFor } from '../mapping/source-tables';
import type { OpenedSource, SourceTable } from '../source/source';
import { columnTexts } from './column-texts';
import { tablesForSaved } from './saved-tables';
import type { SavedMapping } from './store';

/**
 * Why a column is proposed as it is: its header is a name of the field (`sure`), only like one (`unsure`), could be one
 * of several (`several`), is nothing known (`unknown`), in a language the site does not have (`language`), or of a field
 * that another column is (`same-field`).
 */
export type Confidence = 'sure' | 'several' | NonNullable<MatchedHeader['leftOut']>;

interface ProposedColumn {
  readonly header: string;
  /** The field it is, or is like. */
  readonly to: string | null;
  readonly locale: string | null;
  readonly confidence: Confidence;
  /** All fields it could be. */
  readonly couldBe: readonly string[];
}

function proposedColumn(match: MatchedHeader, fields: readonly GenericField[], languages: readonly string[]) {
  const { header, to, locale, leftOut } = match;
  const couldBe = fields.filter((field) => matchHeader(header, [field], languages) !== null);
  const isOpen = leftOut === 'unknown' && couldBe.length > 0;
  const confidence: Confidence = leftOut === null ? 'sure' : isOpen ? 'several' : leftOut;
  return { header, to, locale, confidence, couldBe: couldBe.map((field) => field.column.to) };
}

/** A code with what it is called, and the words that are known for it. */
const codeView = (code: string, { codeLabels, values = {} }: GenericField, language: string) => ({
  code,
  label: textIn(codeLabels.get(code) ?? {}, language) || code,
  words: Object.keys(values).filter((word) => values[word] === code),
});

const fieldView = (field: GenericField, language: string) => {
  const { column, labels, isLocalized, isList, isDate, relation, codes } = field;
  return {
    to: column.to,
    label: textIn(labels, language),
    required: column.required === true,
    /** Whether texts in several languages have a column each. */
    isLocalized,
    isList,
    isDate,
    isRelation: relation !== null,
    codes: codes?.map((code) => codeView(code, field, language)) ?? null,
  };
};

const contentView = ({ declared, fields }: DescribedTable, language: string) => ({
  name: declared.name,
  label: textIn(declared.labels, language),
  contentType: declared.contentType,
  keys: declared.keys,
  fields: fields.map((field) => fieldView(field, language)),
});

/** For a sheet the position of the table of a saved mapping that reads it; null for none, or one that cannot be used. */
function savedTableFor(settings: ProposalSettings, saved: Pick<SavedMapping, 'tables'> | null) {
  const { tables, problems } = tablesForSaved(settings, saved?.tables ?? []);
  const documents = problems.length > 0 ? [] : tables.slice(0, saved?.tables.length ?? 0);
  return (source: OpenedSource, table: SourceTable): number | null => {
    const at = documents.findIndex(
      (declared) => sourceTablesFor([{ ...source, tables: [table] }], declared).length > 0,
    );
    return at < 0 ? null : at;
  };
}

/**
 * What each sheet of the sources holds, and what its columns are, for each content it could hold; with the fields there
 * are, and the table of a saved mapping that reads the sheet.
 */
export async function proposalView(
  settings: ProposalSettings,
  sources: readonly OpenedSource[],
  saved: Pick<SavedMapping, 'tables'> | null,
  language: string,
) {
  const { sheets } = proposeMapping(settings, sources);
  const savedTable = savedTableFor(settings, saved);
  const texts = new Map<SourceTable, readonly (readonly string[])[]>();
  for (const { table } of sheets) texts.set(table, await columnTexts(table));
  return {
    contents: settings.tables.map((table) => contentView(table, language)),
    sheets: sheets.map(({ source, table, holds, couldHold, missing }) => ({
      file: source.file,
      table: table.name,
      headerRow: table.headerRow,
      holds: holds?.name ?? null,
      couldHold: couldHold.map(({ name }) => name),
      missing: missing.map(({ column }) => column.to),
      savedTable: savedTable(source, table),
      /** By position of the column what stands in it. */
      texts: texts.get(table) ?? [],
      /** By content. */
      columns: Object.fromEntries(
        settings.tables.map(({ declared, fields }): [string, ProposedColumn[]] => [
          declared.name,
          matchedHeaders(table.header, fields, settings.languages).map((match) =>
            proposedColumn(match, fields, settings.languages),
          ),
        ]),
      ),
    })),
  };
}
