import { columnLabels, together, word } from '../../../catalogue/texts';
import type { OutputColumn } from '../../../datasets/output-columns';
import type { LocalizedText } from '../../../languages/localized-text';
import type { FileContext } from '../format';
import { textSheet } from './sheet';
import { CUT_MARK, MAX_CHARACTERS } from './text-cell';
import { STYLE } from './value-cell';
import { MAX_SHEET_NAME_LENGTH } from './workbook';

const STYLES = { header: STYLE.header, rows: STYLE.wrapped };
const [NAME_WIDTH, LABEL_WIDTH, TEXT_WIDTH] = [26, 34, 70];

type Described = Pick<FileContext, 'dataset' | 'columns' | 'languages' | 'locale' | 'licence' | 'base'>;

/** The languages of a file: the requested one, or all. */
export const fileLanguages = ({
  languages,
  locale,
}: Pick<FileContext, 'languages' | 'locale'>): readonly string[] => (locale ? [locale] : languages);

type Values = Readonly<Record<string, string>>;

const textsOf = ({ languages }: Described, key: string, values: Values = {}): LocalizedText =>
  Object.fromEntries(languages.map((language) => [language, word(language, key, values)]));

/** A text of the workbook's own, in its languages. */
const say = (context: Described, key: string): string =>
  together(textsOf(context, key), fileLanguages(context), ' / ');

/** Sentences of the workbook's own, each language on a line: they may be written in either direction. */
const sayOnLines = (context: Described, key: string, values?: Values): string =>
  together(textsOf(context, key, values), fileLanguages(context), '\n');

/** Label of a column, in the file's languages. */
export const columnHeading = (column: OutputColumn, context: Described): string =>
  together(columnLabels(column, context.languages), fileLanguages(context), ' / ');

/** A text in the first languages of which it is short enough for the name of a sheet. */
function sheetName(context: Described, text: LocalizedText): string {
  const languages = fileLanguages(context);
  const names = languages.map((_, index) =>
    together(text, languages.slice(0, languages.length - index), ' – '),
  );
  return names.find((name) => name !== '' && name.length <= MAX_SHEET_NAME_LENGTH) ?? context.dataset.name;
}

/** Names of the sheets, before they are made valid. */
export const wantedNames = (context: Described): string[] => [
  sheetName(context, context.dataset.labels),
  sheetName(context, textsOf(context, 'workbook.columns')),
  sheetName(context, textsOf(context, 'workbook.about')),
];

/** The sheet with the columns' descriptions, in every language of the site. */
export function columnsSheet(context: Described): Uint8Array {
  const { columns, languages } = context;
  return textSheet(
    [
      say(context, 'workbook.name'),
      say(context, 'dictionary.type'),
      ...languages.map((language) => word(language, 'dictionary.label')),
      ...languages.map((language) => word(language, 'dictionary.description')),
    ],
    columns.map((column) => [
      column.name,
      say(context, `type.${column.declaration.type}`),
      ...languages.map((language) => columnLabels(column, languages)[language] ?? ''),
      ...languages.map((language) => column.declaration.description[language] ?? ''),
    ]),
    [NAME_WIDTH, NAME_WIDTH, ...languages.map(() => LABEL_WIDTH), ...languages.map(() => TEXT_WIDTH)],
    STYLES,
  );
}

/** The sheet with source, licence and truncated texts. */
export function aboutSheet(context: Described, rows: number, cuts: number): Uint8Array {
  const { dataset, licence, base } = context;
  const cut = { count: String(cuts), mark: CUT_MARK.trim(), most: String(MAX_CHARACTERS) };
  return textSheet(
    [say(context, 'workbook.about'), together(dataset.labels, fileLanguages(context), ' / ')],
    [
      [say(context, 'workbook.description'), together(dataset.description, fileLanguages(context), '\n')],
      [say(context, 'workbook.rows'), String(rows)],
      [say(context, 'workbook.licence'), `${licence.name}\n${licence.url}`],
      [say(context, 'workbook.source'), `${base}/${dataset.name}.xlsx`],
      [say(context, 'workbook.times'), sayOnLines(context, 'workbook.utc')],
      [say(context, 'workbook.cut'), sayOnLines(context, 'workbook.cutTexts', cut)],
    ],
    [LABEL_WIDTH, TEXT_WIDTH],
    STYLES,
  );
}
