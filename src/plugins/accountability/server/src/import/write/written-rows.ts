import type { DocumentRow } from './document-rows';

interface Kept {
  /** What the rows of a document are, without their ids: few sets for all documents. */
  readonly form: readonly DocumentRow[];
  readonly ids: readonly number[];
}

/** Rows of the documents that an import has made, of which there may be very many: only their ids are kept. */
export class WrittenRows {
  private readonly kept = new Map<string, Map<string, Kept>>();
  private readonly forms = new Map<string, readonly DocumentRow[]>();

  set(contentType: string, documentId: string, rows: readonly DocumentRow[]): void {
    const name = rows.map(({ half, locale }) => `${half} ${locale}`).join();
    const form = this.forms.get(name) ?? rows;
    this.forms.set(name, form);
    const known = this.kept.get(contentType) ?? new Map<string, Kept>();
    this.kept.set(contentType, known.set(documentId, { form, ids: rows.map(({ id }) => id) }));
  }

  has(contentType: string, documentId: string): boolean {
    return this.kept.get(contentType)?.has(documentId) ?? false;
  }

  get(contentType: string, documentId: string): readonly DocumentRow[] | undefined {
    const kept = this.kept.get(contentType)?.get(documentId);
    return kept?.form.map((row, index) => ({ ...row, id: kept.ids[index] as number }));
  }
}
