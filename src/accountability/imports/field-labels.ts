import type { LocalizedText } from 'strapi-plugin-accountability/declare';
import { appWords } from '../../words/app-words';
import type english from '../../words/en.json';

type AdminViews = Partial<(typeof english)['admin-views']>;
type FieldWords = Readonly<Record<string, Readonly<Record<string, { readonly label?: string }>>>>;

const SECTION = 'admin-views';

/** What a form calls an attribute of a content type or component, in every language that has words for it. */
export const fieldLabels = (uid: string, attribute: string): LocalizedText =>
  Object.fromEntries(
    appWords.languages().flatMap((language) => {
      const { fields, kept } = (appWords.tree(language)[SECTION] ?? {}) as AdminViews;
      const label =
        (fields as FieldWords | undefined)?.[uid]?.[attribute]?.label ??
        (kept as Readonly<Record<string, string>> | undefined)?.[attribute];
      return label ? [[language, label]] : [];
    }),
  );
