import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import { useWords } from '../workflow/use-words';
import type { QueueLanguage } from '../../../shared/moderation-contract';

/** The messages of the moderators' queue in the panel's language, and labels of declarations. */
export function useQueueWords() {
  const { formatMessage, formatNumber, formatDisplayName } = useIntl();
  const { label, labelled, messageText, moment, field } = useWords();
  return {
    label,
    labelled,
    messageText,
    moment,
    field,
    t: (key: string, values?: Record<string, string | number>): string =>
      formatMessage({ id: `${PLUGIN_ID}.moderation.${key}`, defaultMessage: key }, values),
    number: (value: number): string => formatNumber(value),
    /** The name of a language: Georgian. From the server, since no browser has Georgian names of languages. */
    language: (code: string, languages: readonly QueueLanguage[]): string =>
      languages.find((one) => one.code === code)?.name ??
      formatDisplayName(code, { type: 'language' }) ??
      code,
  };
}
