import type { Core } from '@strapi/strapi';
import { isPublicRow } from '../change-log/public-rows';
import { uidOf } from './registry';
import type { StoredMove } from './stored-move';

/** Attributes a move writes: the mirror of the state, and the fields of its form. */
export const writtenAttributes = ({
  workflow,
  fields,
}: Pick<StoredMove, 'workflow' | 'fields'>): string[] => [
  ...(workflow.field === undefined ? [] : [workflow.field]),
  ...Object.keys(fields.shared),
  ...Object.values(fields.byLanguage).flatMap((values) => Object.keys(values)),
];

/**
 * Whether a move has a public effect: its workflow is public, it writes an attribute that is not private, or it
 * publishes or hides the document. One without, such as an editorial review, leaves the rows' times and the change
 * log unchanged, and with them every feed and entity tag.
 */
export function hasPublicEffect(
  strapi: Core.Strapi,
  move: Pick<StoredMove, 'workflow' | 'fields' | 'rows' | 'to'>,
): boolean {
  const { workflow, rows, to, fields } = move;
  if (workflow.public !== false) return true;
  const { attributes } = strapi.contentType(uidOf(workflow.contentType));
  if (writtenAttributes(move).some((name) => !(attributes[name] as { private?: boolean }).private))
    return true;
  const written = { ...(workflow.field !== undefined && { [workflow.field]: to }), ...fields.shared };
  return rows.some(
    (row) =>
      isPublicRow(strapi, workflow.contentType, row) !==
      isPublicRow(strapi, workflow.contentType, { ...row, ...written }),
  );
}
