import type { FieldModel } from './model';
import type { Path } from './query-paths';
import type { FieldRights } from './rules';

/** Readable fields of a content type; null where it has no field permissions. */
export type RightsOf = (uid: string) => FieldRights | null;

/** The relation to a document's localizations, whose content may be hidden by a locale permission. */
const OTHER_LANGUAGES = 'localizations';

/**
 * The field of a path that the user may not read; null where there is none. Of the document's own fields Strapi
 * removes those that are readable in no document, and compares the others in all documents; a readable relation
 * makes it allow all fields behind it. Pure.
 */
export function unreadableStep(
  path: Path,
  uid: string,
  model: FieldModel,
  rightsOf: RightsOf,
): string | null {
  let owner = uid;
  let holder = uid;
  let prefix = '';
  let isNested = false;
  for (const [index, name] of path.entries()) {
    const rights = rightsOf(owner);
    const field = `${prefix}${name}`;
    const isOpen = !rights || rights.everywhere(field) || (!isNested && !rights.somewhere(field));
    if (!isOpen) return path.slice(0, index + 1).join('.');
    const step = model.step(holder, name);
    if (!step?.target) return null;
    if (step.kind === 'component') {
      holder = step.target;
      prefix = `${prefix}${name}.`;
      continue;
    }
    if (name === OTHER_LANGUAGES && index < path.length - 1) return path.join('.');
    owner = step.target;
    holder = owner;
    prefix = '';
    isNested = true;
  }
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Date);

/**
 * The entity without fields of related documents that the user may not read. Pure; the input is not modified.
 * @param isNested whether the entity itself is a related one
 */
export function withoutUnreadable(
  entity: unknown,
  { uid, model, rightsOf }: { uid: string; model: FieldModel; rightsOf: RightsOf },
  isNested = false,
): unknown {
  const clean = (value: unknown, owner: string, holder: string, prefix: string, nested: boolean): unknown => {
    if (Array.isArray(value)) return value.map((one) => clean(one, owner, holder, prefix, nested));
    if (!isObject(value)) return value;
    const rights = nested ? rightsOf(owner) : null;
    const kept = Object.entries(value).flatMap(([name, inner]) => {
      const step = model.step(holder, name);
      // Other keys are Strapi's own: counts, states.
      if (rights && model.has(holder, name) && !rights.everywhere(`${prefix}${name}`)) return [];
      if (!step?.target) return [[name, inner] as const];
      return step.kind === 'component'
        ? [[name, clean(inner, owner, step.target, `${prefix}${name}.`, nested)] as const]
        : [[name, clean(inner, step.target, step.target, '', true)] as const];
    });
    return Object.fromEntries(kept);
  };
  return clean(entity, uid, uid, '', isNested);
}
