import type { GuardDeclaration, GuardContext, TransitionDeclaration } from './definition';

export interface FieldDetail {
  readonly word: 'NOT_ONE_OF' | 'TOO_LONG' | 'WRONG_TYPE' | 'NO_SUCH_LANGUAGE';
  readonly values: Readonly<Record<string, string>>;
}

/** A requirement a move does not meet, for programs and for people. */
export interface Failure {
  readonly code: 'REASON_REQUIRED' | 'FIELD_REQUIRED' | 'FIELD_UNKNOWN' | 'FIELD_INVALID' | 'GUARD_FAILED';
  /** Path in the request: `['reason']`, `['fields', 'assessment']`; empty for a guard. */
  readonly path: readonly string[];
  readonly guard?: string;
  /** Detail of an invalid field: a message and its values. */
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

/** Every requirement a move does not meet, so that an editor can fix them all at once. Pure. */
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

/** The guards that reject the move. */
export function guardFailures(
  transition: TransitionDeclaration,
  facts: GuardContext,
  guards: ReadonlyMap<string, GuardDeclaration>,
): Failure[] {
  return (transition.guards ?? [])
    .filter((name) => !guards.get(name)?.holds(facts))
    .map((guard) => ({ code: 'GUARD_FAILED', path: [], guard }));
}
