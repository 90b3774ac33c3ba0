/** A rule of a role from Strapi's permission engine: without fields it applies to all of them. */
export interface ReadRule {
  readonly fields?: readonly string[];
  readonly conditions?: unknown;
}

/** Readable fields. A field of a component is named by its path, `timeframe.startDate`. */
export interface FieldRights {
  /** In every visible document. */
  readonly everywhere: (field: string) => boolean;
  /** In at least some of them. */
  readonly somewhere: (field: string) => boolean;
}

/** Fields the panel returns for any visible document. */
const ALWAYS: readonly string[] = ['id', 'documentId', 'locale', 'createdAt', 'updatedAt', 'publishedAt'];

const covers = ({ fields }: ReadRule, field: string): boolean =>
  !fields ||
  fields.some((one) => one === field || field.startsWith(`${one}.`) || one.startsWith(`${field}.`));

const isUnconditional = ({ conditions }: ReadRule): boolean =>
  conditions === undefined || conditions === null || Object.keys(conditions).length === 0;

/**
 * The fields of some rules. A field with a condition is not readable everywhere: it could be guessed in documents
 * another rule makes visible. Pure.
 */
export function fieldRights(rules: readonly ReadRule[]): FieldRights {
  const keyed = rules.map((rule) => ({ rule, key: JSON.stringify(rule.conditions ?? null) }));
  return {
    everywhere: (field) =>
      ALWAYS.includes(field) ||
      (keyed.length > 0 &&
        keyed.every(({ key }) =>
          keyed.some((one) => covers(one.rule, field) && (isUnconditional(one.rule) || one.key === key)),
        )),
    somewhere: (field) => ALWAYS.includes(field) || rules.some((rule) => covers(rule, field)),
  };
}
