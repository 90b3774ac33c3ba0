import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import { useWords } from '../workflow/use-words';

/** The words of the moderators' queue in the panel's language, beside those of declarations. */
export function useQueueWords() {
  const { formatMessage, formatNumber, formatDisplayName } = useIntl();
  const { label, moment, field } = useWords();
  return {
    label,
    moment,
    field,
    t: (key: string, values?: Record<string, string | number>): string =>
      formatMessage({ id: `${PLUGIN_ID}.moderation.${key}`, defaultMessage: key }, values),
    number: (value: number): string => formatNumber(value),
    /** What a language is called: Georgian. Browsers know names of languages, but none of them in Georgian. */
    language: (code: string): string =>
      formatMessage({
        id: `${PLUGIN_ID}.moderation.language.${code}`,
        defaultMessage: formatDisplayName(code, { type: 'language' }) ?? code,
      }),
  };
}
