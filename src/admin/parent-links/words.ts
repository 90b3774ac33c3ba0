import { useIntl } from 'react-intl';
import type englishWords from '../../words/en.json';

type Words = (typeof englishWords)['panel-parent-links'];

const PREFIX = 'open-commitments.parent-links';

/** The messages of moves, under the panel's translation keys. */
export const parentLinkTranslations = (words: Partial<Words>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [`${PREFIX}.${key}`, text]));

/** The messages of moves in the panel's language. */
export function useParentLinkWords() {
  const { formatMessage, locale } = useIntl();
  return {
    locale,
    t: (key: keyof Words, values?: Record<string, string>): string =>
      formatMessage({ id: `${PREFIX}.${key}`, defaultMessage: key }, values),
    /** The content manager's label of a field, as a word inside a sentence. */
    fieldName: (contentType: string, name: string): string =>
      formatMessage({
        id: `content-manager.content-types.${contentType}.${name}`,
        defaultMessage: name,
      }).toLocaleLowerCase(locale),
  };
}
