import type { ColumnDeclaration, DatasetDeclaration } from './declaration';

/** A column of a file: a localized declaration gives one per language. */
export interface OutputColumn {
  readonly name: string;
  readonly declaration: ColumnDeclaration;
  /** The language of its values, null for values without language. */
  readonly locale: string | null;
}

/**
 * The columns of a dataset's files, in the declared order.
 * @param languages the site's languages: a localized column occurs once per language, as `title_ka`; with a single
 * language without suffix, as `title`
 * @param locale with one language chosen, a localized column occurs once and without suffix, as `title`
 */
export function outputColumns(
  dataset: DatasetDeclaration,
  languages: readonly string[],
  locale?: string,
): OutputColumn[] {
  return dataset.columns.flatMap((declaration): OutputColumn[] => {
    if (!declaration.localized) return [{ name: declaration.name, declaration, locale: null }];
    const only = locale ?? (languages.length === 1 ? languages[0] : undefined);
    if (only) return [{ name: declaration.name, declaration, locale: only }];
    return languages.map((language) => ({
      name: `${declaration.name}_${language}`,
      declaration,
      locale: language,
    }));
  });
}
