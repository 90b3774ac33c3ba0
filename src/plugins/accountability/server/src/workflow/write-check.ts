import type { WorkflowDeclaration } from './definition';

export type WriteData = Record<string, unknown>;

/** An attribute somebody tried to write, which only moves may write. */
export interface ForbiddenWrite {
  readonly field: string;
  readonly workflow: WorkflowDeclaration;
}

/**
 * Takes a write's data as far as moves own it: what says nothing new is replaced by what stands there, anything
 * else is told. Forms and clients send back whole documents, so a value that stands there is no attempt. Pure.
 * @param owned attributes only moves write
 * @param standing what they must hold after the write
 * @param alsoKnown values besides that are no attempt: of the document that is cloned, or of an earlier reading
 */
export function checkWrite(
  data: WriteData,
  owned: ReadonlyMap<string, WorkflowDeclaration>,
  standing: Readonly<Record<string, unknown>>,
  alsoKnown: Readonly<Record<string, readonly unknown[]>> = {},
): { data: WriteData; forbidden: ForbiddenWrite[] } {
  const forbidden: ForbiddenWrite[] = [];
  const checked = { ...data };
  for (const [field, workflow] of owned) {
    const given = data[field];
    const wanted = standing[field] ?? null;
    const isKnown = given === undefined || given === wanted || (alsoKnown[field] ?? []).includes(given);
    // An emptied field of a form that does not show it is no attempt either on a new document.
    if (!isKnown && !(given === null && wanted === workflow.initial)) forbidden.push({ field, workflow });
    checked[field] = wanted;
  }
  return { data: checked, forbidden };
}

/** What the attributes hold in a document that has just been made: the initial state, and nothing else. */
export const initialValues = (
  workflows: readonly WorkflowDeclaration[],
  owned: ReadonlyMap<string, WorkflowDeclaration>,
): Record<string, unknown> => ({
  ...Object.fromEntries([...owned.keys()].map((field) => [field, null])),
  ...Object.fromEntries(
    workflows.flatMap(({ field, initial }) => (field === undefined ? [] : [[field, initial]])),
  ),
});
