import type { ContentView, FieldView } from '../contract';
import type { ConstantMatch, SheetMatch } from './match';

type Match = Pick<SheetMatch, 'columns' | 'constants'>;

const isRead = ({ columns }: Match, field: string): boolean => columns.some(({ to }) => to === field);

/** The constants there are, and an empty one for each required field that no column is; in the order of the fields. */
export function shownConstants(match: Match, { fields }: Pick<ContentView, 'fields'>): ConstantMatch[] {
  const given = match.constants.filter(({ to, value }) => value !== '' || !isRead(match, to));
  const missing = fields.filter(
    ({ to, required }) => required && !isRead(match, to) && !given.some((constant) => constant.to === to),
  );
  const place = ({ to }: ConstantMatch): number => fields.findIndex((field) => field.to === to);
  return [...given, ...missing.map(({ to }) => ({ to, locale: '', value: '', further: {} }))].sort(
    (one, other) => place(one) - place(other),
  );
}

/** Whether a sheet cannot be read without this constant. */
export const isNeeded = (match: Match, { to, required }: FieldView): boolean =>
  required && !isRead(match, to) && match.constants.filter((constant) => constant.to === to).length < 2;

/**
 * A constant that can be added for a field; null where all it could be is read or given already. Texts have one in each
 * language.
 * @param languages of the site, the first being the one of columns that name none
 */
export function newConstant(
  match: Match,
  content: Pick<ContentView, 'fields'>,
  { to, isLocalized }: FieldView,
  languages: readonly string[],
): ConstantMatch | null {
  const used = [...match.columns, ...shownConstants(match, content)].filter((one) => one.to === to);
  if (used.length === 0) return { to, locale: '', value: '', further: {} };
  if (!isLocalized) return null;
  const taken = used.map(({ locale }) => locale || languages[0]);
  const locale = languages.find((language) => !taken.includes(language));
  return locale === undefined ? null : { to, locale, value: '', further: {} };
}
