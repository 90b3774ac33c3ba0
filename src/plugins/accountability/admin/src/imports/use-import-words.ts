import { useIntl } from 'react-intl';
import { useOpenDataWords } from '../open-data/use-open-data-words';
import { PLUGIN_ID } from '../plugin-id';
import type { ProblemView } from './contract';

/** The messages of the page of imports in the panel's language. */
export function useImportWords() {
  const { formatMessage, formatList } = useIntl();
  const { moment, messageText, field, number, size } = useOpenDataWords();
  const t = (key: string, values?: Record<string, string | number>): string =>
    formatMessage({ id: `${PLUGIN_ID}.imports.${key}`, defaultMessage: key }, values);
  return {
    t,
    moment,
    messageText,
    field,
    number,
    size,
    list: (texts: readonly string[]): string => formatList([...texts], { type: 'unit' }),
    /** Where a row is: file, sheet, row, column. */
    placeText: ({ file, table, row, column }: ProblemView['place']): string =>
      [
        file,
        ...(table === null ? [] : [t('place.sheet', { sheet: table })]),
        ...(row === null ? [] : [t('place.row', { row: number(row) })]),
        ...(column === null ? [] : [t('place.column', { column })]),
      ].join(' · '),
  };
}
