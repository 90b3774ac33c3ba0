const isDay = (value: object): value is { day: string } => 'day' in value && Object.keys(value).length === 1;

/** A value of a cell or an attribute, to be shown. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value !== 'object') return String(value as string | number | boolean);
  if (isDay(value)) return value.day;
  return Object.entries(value)
    .filter(([name, part]) => name !== 'id' && part !== null && part !== undefined)
    .map(([name, part]) => `${name}: ${valueText(part)}`)
    .join(', ');
}
