import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import { useWords } from '../workflow/use-words';
import type { QueueLanguage } from '../../../shared/moderation-contract';

/** The words of the moderators' queue in the panel's language, beside those of declarations. */
export function useQueueWords() {
  const { formatMessage, formatNumber, formatDisplayName } = useIntl();
  const { label, labelled, told, moment, field } = useWords();
  return {
    label,
    labelled,
    told,
    moment,
    field,
    t: (key: string, values?: Record<string, string | number>): string =>
      formatMessage({ id: `${PLUGIN_ID}.moderation.${key}`, defaultMessage: key }, values),
    number: (value: number): string => formatNumber(value),
    /** What a language is called: Georgian. The server names those of the site, since no browser has their names in Georgian. */
    language: (code: string, languages: readonly QueueLanguage[]): string =>
      languages.find((one) => one.code === code)?.name ??
      formatDisplayName(code, { type: 'language' }) ??
      code,
  };
}
