import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import type { Words } from './contract';

const SEASONS = ['winter', 'spring', 'summer', 'autumn'] as const;

/** The plugin's own words, and the words of declarations, in the panel's language. */
export function useWords() {
  const { formatMessage, formatDate, locale } = useIntl();
  const t = (key: string, values?: Record<string, string | number>): string =>
    formatMessage({ id: `${PLUGIN_ID}.workflow.${key}`, defaultMessage: key }, values);
  return {
    t,
    label: (words: Words | null | undefined, fallback = ''): string =>
      words?.[locale] ?? words?.en ?? fallback,
    moment: (iso: string): string => formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' }),
    /** A partial date, never said more exactly than it is known. */
    partialDate: (iso: string, precision: string): string => {
      const at = new Date(iso);
      // As text: numbers would be grouped, as in 2,019.
      const year = String(at.getUTCFullYear());
      const month = at.getUTCMonth();
      const known = { timeZone: 'UTC', year: 'numeric' } as const;
      if (precision === 'year') return year;
      if (precision === 'month') return `${formatDate(at, { timeZone: 'UTC', month: 'long' })} ${year}`;
      if (precision === 'quarter')
        return t('quarter', { number: ['I', 'II', 'III', 'IV'][Math.floor(month / 3)] ?? '', year });
      if (precision === 'season') return t(`season.${SEASONS[Math.floor(((month + 1) % 12) / 3)]}`, { year });
      return formatDate(at, { ...known, month: 'long', day: 'numeric' });
    },
    /** The label the content manager gives a field of a content type. */
    field: (contentType: string, name: string): string =>
      formatMessage({ id: `content-manager.content-types.${contentType}.${name}`, defaultMessage: name }),
    /** What a value of a field is called; the code where nobody has named it. */
    value: (field: string, code: string): string =>
      formatMessage({ id: `${PLUGIN_ID}.values.${field}.${code}`, defaultMessage: code }),
  };
}
