import type { DocumentWorkflow, Move, MoveField } from './contract';
import type { MoveInput } from './move-form';

/** State of a document when the dialog was opened, in each of its workflows. */
export type Seen = ReadonlyMap<string, readonly DocumentWorkflow[]>;

/** A move of a workflow, as an option of the dialog. */
export interface Choice {
  readonly workflow: string;
  readonly transition: string;
}

/** Fields of the dialog, once for all documents. */
export type Asked = Pick<Move, 'fields' | 'reason'>;

const workflowOf = (seen: Seen, documentId: string, { workflow }: Choice): DocumentWorkflow | undefined =>
  seen.get(documentId)?.find((candidate) => candidate.workflow === workflow);

const moveOf = (seen: Seen, documentId: string, choice: Choice): Move | undefined =>
  workflowOf(seen, documentId, choice)?.moves.find(({ transition }) => transition === choice.transition);

/** The state of a document when the dialog was opened. */
export const stateSeen = (seen: Seen, documentId: string, choice: Choice) =>
  workflowOf(seen, documentId, choice)?.state;

/**
 * The fields of a bulk move: those of all documents together, empty, because one document's value is not a default
 * for the others.
 */
export function askedOfMany(seen: Seen, choice: Choice): Asked {
  const moves = [...seen.keys()].flatMap((documentId) => moveOf(seen, documentId, choice) ?? []);
  const fields = new Map<string, MoveField>();
  for (const field of moves.flatMap((move) => move.fields)) {
    const known = fields.get(field.attribute);
    fields.set(field.attribute, {
      ...field,
      // A document may have the text already: the server reports where it is missing.
      required: false,
      value: field.localized ? { ...emptied(known?.value), ...emptied(field.value) } : null,
    });
  }
  return { reason: moves[0]?.reason ?? null, fields: [...fields.values()] };
}

const emptied = (texts: unknown): Record<string, null> =>
  Object.fromEntries(Object.keys((texts ?? {}) as object).map((language) => [language, null]));

/**
 * The request for one of the documents: with its known version, and only the texts in its own languages. Empty
 * fields stay unchanged in the document.
 */
export function requestFor(
  contentType: string,
  documentId: string,
  seen: Seen,
  choice: Choice,
  input: MoveInput,
) {
  const asked = moveOf(seen, documentId, choice)?.fields ?? [];
  const given: [string, unknown][] = [];
  for (const { attribute, localized, value } of asked) {
    const answer = input.fields[attribute];
    if (!localized) {
      if (!isEmpty(answer)) given.push([attribute, answer]);
      continue;
    }
    const own = Object.keys((value ?? {}) as object);
    const texts = Object.entries((answer ?? {}) as Record<string, unknown>).filter(
      ([language, text]) => own.includes(language) && !isEmpty(text),
    );
    if (texts.length > 0) given.push([attribute, Object.fromEntries(texts)]);
  }
  return {
    contentType,
    documentId,
    ...choice,
    version: workflowOf(seen, documentId, choice)?.version,
    ...(input.reason && { reason: input.reason }),
    ...(given.length > 0 && { fields: Object.fromEntries(given) }),
  };
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';
