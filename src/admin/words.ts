import { chosenLanguage } from './panel-language';

/** What fields and types are called, as `src/admin-views/words` has it for each language. */
export interface Words {
  names: Record<string, string>;
  fields: Record<string, Record<string, { label: string; hint?: string }>>;
  /** What Strapi itself keeps of every document, as a column of lists. */
  kept: Record<string, string>;
  /** Columns of lists that show a part of a field. */
  columns: Record<string, string>;
}

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

/** The words under the keys by which the content manager looks labels up. */
export function translationsOf({ names, fields, kept, columns }: Words): Record<string, string> {
  const labels = Object.entries(fields).flatMap(([uid, words]) => {
    const kind = uid.startsWith('api::') ? 'content-types' : 'components';
    return Object.entries(words).map(
      ([name, { label }]) => [`content-manager.${kind}.${uid}.${name}`, label] as const,
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
  // The menu looks a content type up by its English name.
  return Object.fromEntries([...Object.entries(names), ...ofAll, ...parts, ...labels]);
}

/** A layout says only what the type is called; our types are named after it. */
export const uidOf = (displayName: unknown): string => {
  const name = String(displayName).toLowerCase().replaceAll(' ', '-');
  return `api::${name}.${name}`;
};

/**
 * Puts the hints under the fields into the panel's language: Strapi keeps one text for all languages.
 * @returns a hook of the edit view's layout
 */
export function localiseHints(words: Record<string, Words>) {
  return ({ layout, ...rest }: EditViewLayout): EditViewLayout => {
    const { fields } = words[chosenLanguage()] ?? words.en!;
    const inLanguage = (rows: Field[][], uid: string): Field[][] =>
      rows.map((row) =>
        row.map((field) => ({ ...field, hint: fields[uid]?.[field.name]?.hint ?? field.hint })),
      );
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
