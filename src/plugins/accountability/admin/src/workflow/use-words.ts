import { useIntl } from 'react-intl';
import { dateInWords, momentInWords } from '../../../shared/date-in-words';
import { PLUGIN_ID } from '../plugin-id';
import { textIn, messageFor, type LocalizedMessage } from '../../../shared/localized-text';
import type { Words } from './contract';

/** The plugin's own messages, and labels of declarations, in the panel's language. */
export function useWords() {
  const { formatMessage, locale } = useIntl();
  const t = (key: string, values?: Record<string, string | number>): string =>
    formatMessage({ id: `${PLUGIN_ID}.workflow.${key}`, defaultMessage: key }, values);
  return {
    t,
    /** A label and what it labels, with the punctuation of the language. */
    labelled: (name: string, value = ''): string => t('labelled', { label: name, value }),
    label: (words: Words | null | undefined, fallback = ''): string =>
      textIn(words ?? {}, locale) || fallback,
    /** The message of a refusal. */
    messageText: (refusal: LocalizedMessage | null | undefined): string =>
      refusal ? messageFor(refusal, locale) : '',
    moment: (iso: string): string => momentInWords(iso, locale),
    partialDate: (iso: string, precision: string): string =>
      dateInWords(iso, precision, locale, (key, values) =>
        t(key === 'quarter' ? key : `season.${key}`, values),
      ),
    /** The content manager's label of a field of a content type. */
    field: (contentType: string, name: string): string =>
      formatMessage({ id: `content-manager.content-types.${contentType}.${name}`, defaultMessage: name }),
    /** Label of an enumeration's value, as in the content manager; the code where it has none. */
    value: (code: string): string => formatMessage({ id: code, defaultMessage: code }),
  };
}
