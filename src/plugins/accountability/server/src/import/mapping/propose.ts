import type { OpenedSource, SourceTable } from '../source/source';
import type { DateOrder } from '../values/date-forms';
import type { DocumentTable, ImportMapping } from './declaration';
import { GENERIC, type GenericField, type GenericSettings, type GenericTable } from './generic';
import { tablesOf, type DescribedTable } from './generic-tables';
import { aliasNames, matchHeader, type HeaderMatch } from './header-match';
import { headerKey, headerWords } from './header-text';

/** Why a column is not read although the sheet is: its header is nothing known, only like it, or there twice. */
export type LeftOut = 'unknown' | 'unsure' | 'same-field' | 'language';

export interface MatchedHeader {
  readonly header: string;
  /** `to` of the column it is, or is like; null for none. */
  readonly to: string | null;
  readonly locale: string | null;
  /** Languages the header itself is in. */
  readonly headerIn: readonly string[];
  /** Null for a column that is read. */
  readonly leftOut: LeftOut | null;
}

/** What was found out about one table of the sources. */
export interface ProposedSheet {
  readonly source: OpenedSource;
  readonly table: SourceTable;
  /** What it holds; null where that could not be detected. */
  readonly holds: GenericTable | null;
  /** Where two or more fit alike. */
  readonly couldHold: readonly GenericTable[];
  readonly headers: readonly MatchedHeader[];
  /** Fields without which it cannot be read. */
  readonly missing: readonly GenericField[];
}

export interface Proposal {
  /** Reads the sheets that are matched with nothing missing. */
  readonly mapping: ImportMapping;
  readonly sheets: readonly ProposedSheet[];
}

export interface ProposalSettings extends Omit<GenericSettings, 'tables'> {
  readonly tables: readonly DescribedTable[];
  /** The site's languages. */
  readonly languages: readonly string[];
  /** Of dates between slashes, in columns that declare none. */
  readonly dateOrder?: DateOrder;
}

/** What a sheet's own name counts, as part of its columns. */
const NAME_WEIGHT = 0.4;
/** Part of the columns that has to be known for a sheet whose name says nothing. */
const MIN_KNOWN = 0.5;

/** Works out how spreadsheets nobody has described are read: what each sheet holds, and what its columns are. Pure. */
export function proposeMapping(settings: ProposalSettings, sources: readonly OpenedSource[]): Proposal {
  const sheets = sources.flatMap((source) =>
    source.tables.map((table) => proposedSheet(settings, source, table)),
  );
  const usable = sheets.filter(({ holds, missing }) => holds !== null && missing.length === 0);
  const names = usable.map(({ source, table }) => shortName(source, table));
  const documents: DocumentTable[] = [];
  const made: DocumentTable[] = [];
  usable.forEach((sheet, index) => {
    const short = names[index] as string;
    const isUnique = names.filter((name) => headerKey(name) === headerKey(short)).length === 1;
    const file = isUnique ? short : fullName(sheet.source, sheet.table);
    const described = settings.tables.find(({ declared }) => declared === sheet.holds) as DescribedTable;
    const tables = tablesOf(described, {
      name: `${described.declared.name}: ${fullName(sheet.source, sheet.table)}`,
      files: [file],
      dateOrder: settings.dateOrder,
      columns: sheet.headers.flatMap(({ header, to, locale, headerIn, leftOut }) =>
        leftOut !== null || to === null
          ? []
          : [{ from: header, to, ...(locale !== null && { locale }), headerIn }],
      ),
    });
    documents.push(tables.documents);
    made.push(...tables.made);
  });
  const { labels, description } = settings;
  // What a sheet of their own says goes before what is known of them by name only.
  return { mapping: { name: GENERIC, labels, description, tables: [...documents, ...made] }, sheets };
}

const stem = (file: string): string => file.replace(/\.[^.]*$/, '');
const shortName = ({ file }: OpenedSource, { name }: SourceTable): string => name ?? stem(file);
const fullName = ({ file }: OpenedSource, { name }: SourceTable): string =>
  name === null ? stem(file) : `${stem(file)}/${name}`;

interface Candidate {
  readonly described: DescribedTable;
  readonly headers: readonly MatchedHeader[];
  readonly missing: readonly GenericField[];
  readonly score: number;
  readonly isLikely: boolean;
}

function proposedSheet(settings: ProposalSettings, source: OpenedSource, table: SourceTable): ProposedSheet {
  const candidates = settings.tables
    .map((described) => candidate(settings, described, source, table))
    .filter(({ isLikely }) => isLikely)
    .sort((one, other) => other.score - one.score);
  // Also where only one of two that fit alike has all it needs: "No, Title, Deadline" can be anything.
  const [best, second] = candidates;
  if (!best) return { source, table, holds: null, couldHold: [], headers: [], missing: [] };
  if (second && second.score === best.score) {
    const couldHold = candidates
      .filter(({ score }) => score === best.score)
      .map(({ described }) => described.declared);
    return { source, table, holds: null, couldHold, headers: [], missing: [] };
  }
  const { described, headers, missing } = best;
  return { source, table, holds: described.declared, couldHold: [], headers, missing };
}

function candidate(
  { languages }: ProposalSettings,
  described: DescribedTable,
  source: OpenedSource,
  table: SourceTable,
): Candidate {
  const { declared, fields } = described;
  const headers = matchedHeaders(table.header, fields, languages);
  const read = headers.filter(({ leftOut }) => leftOut === null);
  const missing = fields.filter(({ column }) => column.required && !read.some(({ to }) => to === column.to));
  const known = table.header.length === 0 ? 0 : read.length / table.header.length;
  const isNamed = [stem(source.file), table.name ?? ''].some((name) => isCalled(name, declared));
  return {
    described,
    headers,
    missing,
    score: known + (isNamed ? NAME_WEIGHT : 0),
    isLikely: read.length > 0 && (isNamed || known >= MIN_KNOWN || missing.length === 0),
  };
}

/** Whether the words of one of the names are in a file's or sheet's name. */
function isCalled(name: string, { names, name: own }: GenericTable): boolean {
  const words = headerWords(name);
  return [{ text: own }, ...aliasNames(names)].some(({ text }) => {
    const wanted = headerWords(text);
    return wanted.length > 0 && wanted.every((word) => words.includes(word));
  });
}

/** The fields that the columns of a sheet are; of two that are the same field the one with the most specific name. */
export function matchedHeaders(
  header: readonly string[],
  fields: readonly GenericField[],
  siteLanguages: readonly string[],
): MatchedHeader[] {
  const languages = [
    ...new Set([
      ...siteLanguages,
      ...fields.flatMap(({ names }) => names.flatMap(({ language }) => language ?? [])),
    ]),
  ];
  const matches = header.map((text) => matchHeader(text, fields, languages));
  const surely = matches.filter((match) => match?.isSure);
  const isTwice = (field: GenericField) => surely.filter((match) => match?.field === field).length > 1;
  const localeOf = (match: HeaderMatch<GenericField>): string | null => {
    if (match.language !== null || !match.field.isLocalized || !isTwice(match.field)) return match.language;
    const [only, ...more] = match.nameLanguages.filter((language) => siteLanguages.includes(language));
    return more.length === 0 ? (only ?? null) : null;
  };
  const placeOf = (match: HeaderMatch<GenericField>): string => `${match.field.column.to} ${localeOf(match)}`;
  const best = new Map<string, HeaderMatch<GenericField>>();
  for (const match of surely) {
    if (!match) continue;
    const other = best.get(placeOf(match));
    if (!other || match.rank < other.rank) best.set(placeOf(match), match);
  }
  return header.map((text, index): MatchedHeader => {
    const match = matches[index];
    if (!match) return { header: text, to: null, locale: null, headerIn: [], leftOut: 'unknown' };
    const locale = match.field.isLocalized || match.language !== null ? localeOf(match) : null;
    const leftOut =
      locale !== null && !siteLanguages.includes(locale)
        ? 'language'
        : !match.isSure
          ? 'unsure'
          : best.get(placeOf(match)) === match
            ? null
            : 'same-field';
    const { nameLanguages: headerIn } = match;
    return { header: text, to: match.field.column.to, locale, headerIn, leftOut };
  });
}
