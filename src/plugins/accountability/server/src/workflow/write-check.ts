import type { WorkflowDeclaration } from './definition';

export type WriteData = Record<string, unknown>;

/** A refused write to an attribute that only moves may write. */
export interface ForbiddenWrite {
  readonly field: string;
  readonly workflow: WorkflowDeclaration;
}

/**
 * Filters a write's data by what moves own: unchanged values are replaced by the stored ones, others are reported.
 * Forms and clients send whole documents back, so a stored value is no change. Pure.
 * @param owned attributes only moves write
 * @param current their values after the write
 * @param alsoKnown further accepted values: of the cloned document, or of an earlier reading
 */
export function checkWrite(
  data: WriteData,
  owned: ReadonlyMap<string, WorkflowDeclaration>,
  current: Readonly<Record<string, unknown>>,
  alsoKnown: Readonly<Record<string, readonly unknown[]>> = {},
): { data: WriteData; forbidden: ForbiddenWrite[] } {
  const forbidden: ForbiddenWrite[] = [];
  const checked = { ...data };
  for (const [field, workflow] of owned) {
    const given = data[field];
    const wanted = current[field] ?? null;
    const isKnown = given === undefined || given === wanted || (alsoKnown[field] ?? []).includes(given);
    // An empty value from a form that does not show the field is accepted on a new document.
    if (!isKnown && !(given === null && wanted === workflow.initial)) forbidden.push({ field, workflow });
    checked[field] = wanted;
  }
  return { data: checked, forbidden };
}

/** Values of the attributes in a new document: the initial state, and nothing else. */
export const initialValues = (
  workflows: readonly WorkflowDeclaration[],
  owned: ReadonlyMap<string, WorkflowDeclaration>,
): Record<string, unknown> => ({
  ...Object.fromEntries([...owned.keys()].map((field) => [field, null])),
  ...Object.fromEntries(
    workflows.flatMap(({ field, initial }) => (field === undefined ? [] : [[field, initial]])),
  ),
});
