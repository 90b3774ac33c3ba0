import { columnLabels, together, word } from '../../../catalogue/texts';
import type { OutputColumn } from '../../../datasets/output-columns';
import type { FileContext } from '../format';
import { textSheet } from './sheet';
import { CUT_MARK, MAX_CHARACTERS } from './text-cell';
import { STYLE } from './value-cell';
import { MOST_CHARACTERS } from './workbook';

const STYLES = { header: STYLE.header, rows: STYLE.wrapped };
const [NAME_WIDTH, LABEL_WIDTH, TEXT_WIDTH] = [26, 34, 70];

type Described = Pick<FileContext, 'dataset' | 'columns' | 'languages' | 'locale' | 'licence' | 'base'>;

/** The languages of a file: the requested one, or all. */
export const spoken = ({
  languages,
  locale,
}: Pick<FileContext, 'languages' | 'locale'>): readonly string[] => (locale ? [locale] : languages);

/** A text of the workbook's own, in its languages. */
const say = (context: Described, key: string, values: Readonly<Record<string, string>> = {}): string =>
  together(
    Object.fromEntries(context.languages.map((language) => [language, word(language, key, values)])),
    spoken(context),
    ' / ',
  );

/** Label of a column, in the file's languages. */
export const columnHeading = (column: OutputColumn, context: Described): string =>
  together(columnLabels(column, context.languages), spoken(context), ' / ');

/** In every language where that is short enough, else in the first. */
function nameOfData(context: Described): string {
  const { labels } = context.dataset;
  const whole = together(labels, spoken(context), ' – ');
  return whole.length <= MOST_CHARACTERS ? whole : (labels[spoken(context)[0] ?? ''] ?? context.dataset.name);
}

/** Names of the sheets, before they are made valid. */
export const wantedNames = (context: Described): string[] => [
  nameOfData(context),
  say(context, 'workbook.columns'),
  say(context, 'workbook.about'),
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
    [say(context, 'workbook.about'), together(dataset.labels, spoken(context), ' / ')],
    [
      [say(context, 'workbook.description'), together(dataset.description, spoken(context), '\n')],
      [say(context, 'workbook.rows'), String(rows)],
      [say(context, 'workbook.licence'), `${licence.name}\n${licence.url}`],
      [say(context, 'workbook.source'), `${base}/${dataset.name}.xlsx`],
      [say(context, 'workbook.times'), say(context, 'workbook.utc')],
      [say(context, 'workbook.cut'), say(context, 'workbook.cutTexts', cut)],
    ],
    [LABEL_WIDTH, TEXT_WIDTH],
    STYLES,
  );
}
