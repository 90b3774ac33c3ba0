/** A rule of a role as Strapi's permission engine gives it: without fields it is for all of them. */
export interface ReadRule {
  readonly fields?: readonly string[];
  readonly conditions?: unknown;
}

/** Whether a field may be read. A field of a component is named by its path, `timeframe.startDate`. */
export type Readable = (field: string) => boolean;

/** What the panel gives to whoever may see a document at all. */
const ALWAYS: readonly string[] = ['id', 'documentId', 'locale', 'createdAt', 'updatedAt', 'publishedAt'];

const covers = ({ fields }: ReadRule, field: string): boolean =>
  !fields ||
  fields.some((one) => one === field || field.startsWith(`${one}.`) || one.startsWith(`${field}.`));

const isUnconditional = ({ conditions }: ReadRule): boolean =>
  conditions === undefined || conditions === null || Object.keys(conditions).length === 0;

/**
 * The fields that may be read in every document the rules let see: one that a rule gives for some documents only
 * could otherwise be searched in those of another rule. Pure.
 */
export function readableByRules(rules: readonly ReadRule[]): Readable {
  const keyed = rules.map((rule) => ({ rule, key: JSON.stringify(rule.conditions ?? null) }));
  return (field) =>
    ALWAYS.includes(field) ||
    (keyed.length > 0 &&
      keyed.every(({ key }) =>
        keyed.some((one) => covers(one.rule, field) && (isUnconditional(one.rule) || one.key === key)),
      ));
}
