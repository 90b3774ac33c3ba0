import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import { useWords } from '../workflow/use-words';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** The messages of the page of open data in the panel's language, and labels of declarations. */
export function useOpenDataWords() {
  const { formatMessage, formatNumber, locale } = useIntl();
  const { label, messageText, moment, field } = useWords();
  return {
    locale,
    label,
    messageText,
    moment,
    field,
    t: (key: string, values?: Record<string, string | number>): string =>
      formatMessage({ id: `${PLUGIN_ID}.open-data.${key}`, defaultMessage: key }, values),
    number: (value: number): string => formatNumber(value),
    /** A human-readable size: 1.2 MB. */
    size: (bytes: number): string => {
      const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
      return formatNumber(bytes / 1000 ** power, {
        style: 'unit',
        unit: UNITS[power],
        // The short unit of a byte has no plural.
        unitDisplay: power === 0 ? 'long' : 'short',
        maximumFractionDigits: power === 0 ? 0 : 1,
      });
    },
  };
}
