import type { Batch, LinkAt } from './cells';
import { cellText } from './cell-table';
import type { LinkRead } from './plan';

/** Identity of a link: both documents, and the role of the second. */
const linkId = (from: string, role: string, to: string): string => `${from}:${role}:${to}`;

/** The links of a batch's documents, each document's in the order of their identity. Pure. */
export function linksOf(batch: Batch, reads: readonly LinkRead[]): LinkAt[] {
  const links: LinkAt[] = [];
  for (let row = 0; row < batch.table.count; row += 1) {
    const ofDocument = reads.flatMap(({ relation, role, fromId, toId }, position) =>
      (batch.relations[relation]?.of(row) ?? []).map((target) => ({
        position,
        role,
        row,
        target,
        id: linkId(
          cellText(batch.table, row, fromId) ?? '',
          role,
          cellText(target.table, target.row, toId) ?? '',
        ),
      })),
    );
    links.push(...ofDocument.sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
  return links;
}
