const isDay = (value: object): value is { day: string } => 'day' in value && Object.keys(value).length === 1;

/** Writes items as the panel's language lists them. */
type List = (texts: readonly string[]) => string;

/** A value of a cell or an attribute, to be shown. */
function valueText(value: unknown, list: List): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return list(value.map((item) => valueText(item, list)));
  if (typeof value !== 'object') return String(value as string | number | boolean);
  if (isDay(value)) return value.day;
  return list(
    Object.entries(value)
      .filter(([name, part]) => name !== 'id' && part !== null && part !== undefined)
      .map(([name, part]) => `${name}: ${valueText(part, list)}`),
  );
}

/** The beginning of a value's text. */
export function shortText(value: unknown, longest: number, list: List): string {
  const text = valueText(value, list);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
