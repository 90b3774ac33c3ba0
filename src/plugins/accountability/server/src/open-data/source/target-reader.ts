import type { Snapshot } from './connection';
import type { SourceDocument } from './documents';
import type { Groups } from './groups';
import { readKeysOf } from './keys';
import type { RelationRead } from './plan';
import { readDocumentIds, readDocuments, readLinks } from './read';

/** Related rows kept, per relation: the same organisations come again and again. */
const KEPT = 4000;
/** Documents asked for at once: more would all be alive at the same time. */
const AT_ONCE = 1000;

/** The documents a relation leads to, for the rows of one batch. */
export interface RelatedDocuments {
  /** Of one row: published ones only, each once, in the relation's order. */
  of(rowId: number): readonly SourceDocument[];
}

/** Finds the documents a relation leads to and remembers a bounded number of them. */
export class TargetReader {
  /** By the numeric id of the linked row; null where its document is not published. */
  private readonly kept = new Map<number, SourceDocument | null>();

  constructor(
    private readonly snapshot: Snapshot,
    private readonly relation: RelationRead,
  ) {}

  /** @param rowIds ids of the batch's rows */
  async read(rowIds: readonly number[]): Promise<RelatedDocuments> {
    const { groups, targets } = await readLinks(this.snapshot, this.relation, rowIds);
    await this.fetch(targets);
    let found: SourceDocument[] = [];
    return {
      // Several columns ask for the same row one after the other.
      of: (rowId) => (groups.select(rowId) ? (found = this.documents(targets, groups)) : found),
    };
  }

  private documents(targets: Int32Array, { from, to }: Groups): SourceDocument[] {
    const found: SourceDocument[] = [];
    for (let link = from; link < to; link += 1) {
      const document = this.kept.get(targets[link] as number);
      // Rows of one document in several languages may all be linked.
      if (document && !found.some(({ documentId }) => documentId === document.documentId)) {
        found.push(document);
      }
    }
    return found;
  }

  private async fetch(targets: Int32Array): Promise<void> {
    if (this.kept.size > KEPT) this.kept.clear();
    const missing = new Set<number>();
    for (const id of targets) if (!this.kept.has(id)) missing.add(id);
    const ids = [...missing];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      await this.keep(ids.slice(start, start + AT_ONCE));
    }
  }

  /**
   * The link may lead to a row of another language than the reader wants, so the row gives the document, and
   * the document its published rows.
   */
  private async keep(rowIds: readonly number[]): Promise<void> {
    const { snapshot, relation } = this;
    const documentIds = await readDocumentIds(snapshot, relation.target, rowIds);
    const keys = await readKeysOf(snapshot, relation.target, [...new Set(documentIds.values())]);
    const documents = await readDocuments(snapshot, relation.target, keys);
    const byId = new Map(documents.map((document) => [document.documentId, document]));
    for (const id of rowIds) this.kept.set(id, byId.get(documentIds.get(id) ?? '') ?? null);
  }
}
