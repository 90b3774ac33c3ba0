/** A rule of a role as Strapi's permission engine gives it: without fields it is for all of them. */
export interface ReadRule {
  readonly fields?: readonly string[];
  readonly conditions?: unknown;
}

/** Which fields may be read. A field of a component is named by its path, `timeframe.startDate`. */
export interface FieldRights {
  /** In every document that may be seen. */
  readonly everywhere: (field: string) => boolean;
  /** In some of them at least. */
  readonly somewhere: (field: string) => boolean;
}

/** What the panel gives to whoever may see a document at all. */
const ALWAYS: readonly string[] = ['id', 'documentId', 'locale', 'createdAt', 'updatedAt', 'publishedAt'];

const covers = ({ fields }: ReadRule, field: string): boolean =>
  !fields ||
  fields.some((one) => one === field || field.startsWith(`${one}.`) || one.startsWith(`${field}.`));

const isUnconditional = ({ conditions }: ReadRule): boolean =>
  conditions === undefined || conditions === null || Object.keys(conditions).length === 0;

/**
 * The fields some rules give. One that a rule gives for some documents only is not readable everywhere: it could be
 * guessed in those another rule lets see. Pure.
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
