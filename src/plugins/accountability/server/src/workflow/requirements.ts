import type { GuardDeclaration, GuardContext, TransitionDeclaration } from './definition';

export interface FieldDetail {
  readonly word: 'NOT_ONE_OF' | 'TOO_LONG' | 'WRONG_TYPE' | 'NO_SUCH_LANGUAGE';
  readonly values: Readonly<Record<string, string>>;
}

/** One thing that stands in the way of a move, for a program and for a person. */
export interface Failure {
  readonly code: 'REASON_REQUIRED' | 'FIELD_REQUIRED' | 'FIELD_UNKNOWN' | 'FIELD_INVALID' | 'GUARD_FAILED';
  /** Where in the request: `['reason']`, `['fields', 'assessment']`; empty for a guard. */
  readonly path: readonly string[];
  readonly guard?: string;
  /** What is wrong with the value of a field: a sentence of the translations and what goes into it. */
  readonly detail?: FieldDetail;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** Whether the document has a value in any language, as stored or as given with the move. */
export function hasValue(facts: Pick<GuardContext, 'document' | 'languages' | 'fields'>, attribute: string) {
  if (attribute in facts.fields) {
    const given = facts.fields[attribute];
    return typeof given === 'object' && given !== null
      ? Object.values(given).some((text) => !isEmpty(text))
      : !isEmpty(given);
  }
  return (
    !isEmpty(facts.document[attribute]) ||
    Object.values(facts.languages).some((version) => !isEmpty(version[attribute]))
  );
}

/** Everything that is missing for a move, so that an editor mends it in one go. Pure. */
export function missingFor(
  transition: TransitionDeclaration,
  facts: GuardContext,
  reason: string | null,
  guards: ReadonlyMap<string, GuardDeclaration>,
): Failure[] {
  const failures: Failure[] = [];
  if (transition.reason === 'required' && isEmpty(reason)) {
    failures.push({ code: 'REASON_REQUIRED', path: ['reason'] });
  }
  for (const { attribute, required } of transition.fields ?? []) {
    if (required && !hasValue(facts, attribute)) {
      failures.push({ code: 'FIELD_REQUIRED', path: ['fields', attribute] });
    }
  }
  return [...failures, ...guardFailures(transition, facts, guards)];
}

/** The guards that do not let the move through. */
export function guardFailures(
  transition: TransitionDeclaration,
  facts: GuardContext,
  guards: ReadonlyMap<string, GuardDeclaration>,
): Failure[] {
  return (transition.guards ?? [])
    .filter((name) => !guards.get(name)?.holds(facts))
    .map((guard) => ({ code: 'GUARD_FAILED', path: [], guard }));
}
