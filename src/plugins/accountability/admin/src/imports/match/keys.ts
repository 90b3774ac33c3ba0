import type { ContentView, FieldView } from '../contract';
import { shownConstants } from './constants';
import type { SheetMatch } from './match';

const attributeOf = (to: string): string => to.split('.')[0] as string;

/** The keys of a content whose attributes all are columns, or the same in every row. */
export function usableKeys(
  match: Pick<SheetMatch, 'columns' | 'constants' | 'elsewhere'>,
  content: Pick<ContentView, 'fields' | 'keys'>,
): ContentView['keys'] {
  const fields = [...match.columns, ...match.elsewhere, ...shownConstants(match, content)];
  const read = new Set(fields.map(({ to }) => attributeOf(to)));
  return content.keys.filter((key) => key.every((attribute) => read.has(attribute)));
}

/** What the fields of a key are called. */
export const keyLabels = (key: readonly string[], fields: readonly FieldView[]): string[] =>
  key.flatMap((attribute) => {
    const labels = fields.filter(({ to }) => attributeOf(to) === attribute).map(({ label }) => label);
    return labels.length === 0 ? [attribute] : labels;
  });
