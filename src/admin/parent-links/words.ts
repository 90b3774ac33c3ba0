import { useIntl } from 'react-intl';
import englishWords from '../../words/en.json';
import georgianWords from '../../words/ka.json';

const en = englishWords['panel-parent-links'];
const ka = georgianWords['panel-parent-links'];

const PREFIX = 'open-commitments.parent-links';

const prefixed = (words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [`${PREFIX}.${key}`, text]));

/** The words of moves, under the keys the panel looks them up by. */
export const parentLinkWords = { en: prefixed(en), ka: prefixed(ka) };

/** The words of moves in the panel's language. */
export function useParentLinkWords() {
  const { formatMessage, locale } = useIntl();
  return {
    locale,
    t: (key: keyof typeof en, values?: Record<string, string>): string =>
      formatMessage({ id: `${PREFIX}.${key}`, defaultMessage: en[key] }, values),
    /** What the content manager calls a field, as a word inside a sentence. */
    fieldName: (contentType: string, name: string): string =>
      formatMessage({
        id: `content-manager.content-types.${contentType}.${name}`,
        defaultMessage: name,
      }).toLocaleLowerCase(locale),
  };
}
