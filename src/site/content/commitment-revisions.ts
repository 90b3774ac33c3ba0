import { randomUUID } from 'node:crypto';

/**
 * Counts which update of an overview was the last one that concerned a commitment's own page: the commitment itself, its
 * milestones, its reports, or what all pages name (organisations, plans, themes).
 */
export class CommitmentRevisions {
  /** Overviews are made anew after very many changes, and count from the beginning. */
  private readonly mark = randomUUID();
  private updates = 0;
  private ofAll = 0;
  private readonly updated = new Map<string, number>();

  /** Begins the next update. */
  begin(): void {
    this.updates += 1;
  }

  /** The update concerns all commitments. */
  changeAll(): void {
    this.ofAll = this.updates;
  }

  /** The update concerns a commitment; null for none. */
  change(id: string | null): void {
    if (id !== null) this.updated.set(id, this.updates);
  }

  /** Another text after each update that concerns the commitment. */
  of(id: string): string {
    return `${this.mark} ${Math.max(this.ofAll, this.updated.get(id) ?? 0)}`;
  }
}
