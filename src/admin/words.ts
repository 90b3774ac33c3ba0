/**
 * The section `admin-views` of a language's messages: labels of fields and types; a language may lack any of it.
 */
export interface Words {
  readonly names?: Readonly<Record<string, string>>;
  readonly fields?: FieldWords;
  /** Strapi's own attributes of every document, as columns of lists. */
  readonly kept?: Readonly<Record<string, string>>;
  /** Columns of lists that show a part of a field. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Label of Strapi's publication status: its own label, Status, is that of a commitment's implementation here. */
  readonly publication?: string;
}

type FieldWords = Readonly<Record<string, Readonly<Record<string, { label?: string; hint?: string }>>>>;

interface Field {
  name: string;
  hint?: string;
}

interface EditViewLayout {
  layout: {
    layout: Field[][][];
    components: Record<string, { layout: Field[][] }>;
    settings: { displayName?: string };
  };
  query?: unknown;
}

/** The messages under the content manager's translation keys. */
export function translationsOf({
  names = {},
  fields = {},
  kept = {},
  columns = {},
  publication,
}: Words): Record<string, string> {
  const labels = Object.entries(fields).flatMap(([uid, words]) => {
    const kind = uid.startsWith('api::') ? 'content-types' : 'components';
    return Object.entries(words).flatMap(([name, { label }]) =>
      label ? [[`content-manager.${kind}.${uid}.${name}`, label] as const] : [],
    );
  });
  const ofAll = Object.keys(fields).flatMap((uid) =>
    Object.entries(kept).map(
      ([name, label]) => [`content-manager.content-types.${uid}.${name}`, label] as const,
    ),
  );
  const parts = Object.entries(columns).map(
    ([name, label]) => [`open-commitments.columns.${name}`, label] as const,
  );
  const publicationLabels = publication
    ? ['table-headers', 'filters'].map(
        (place) => [`content-manager.containers.list.${place}.status`, publication] as const,
      )
    : [];
  // The menu looks up a content type by its English name.
  return Object.fromEntries([...Object.entries(names), ...ofAll, ...parts, ...publicationLabels, ...labels]);
}

/** A layout contains only the name of its type. */
export const uidOf = (displayName: unknown): string => {
  const name = String(displayName).toLowerCase().replaceAll(' ', '-');
  return `api::${name}.${name}`;
};

/**
 * Translates the hints of fields: Strapi stores one text for all languages, which is kept where a language has
 * none.
 * @param chosenWords the messages of the panel's language followed by its fallbacks, each with its language
 * @param isolate keeps a hint in its own direction
 * @returns a hook of the edit view's layout
 */
export function localiseHints(
  chosenWords: () => readonly (readonly [language: string, words: Words])[],
  isolate: (hint: string, language: string) => string,
) {
  return ({ layout, ...rest }: EditViewLayout): EditViewLayout => {
    const words = chosenWords();
    const hintOf = (uid: string, name: string): string | undefined =>
      words
        .map(([language, { fields }]) => isolate(fields?.[uid]?.[name]?.hint ?? '', language))
        .find(Boolean);
    const inLanguage = (rows: Field[][], uid: string): Field[][] =>
      rows.map((row) => row.map((field) => ({ ...field, hint: hintOf(uid, field.name) ?? field.hint })));
    const typeUid = uidOf(layout.settings.displayName);
    const components = Object.fromEntries(
      Object.entries(layout.components).map(([uid, component]) => [
        uid,
        { ...component, layout: inLanguage(component.layout, uid) },
      ]),
    );
    return {
      ...rest,
      layout: { ...layout, layout: layout.layout.map((panel) => inLanguage(panel, typeUid)), components },
    };
  };
}
