import { stepsOf, type StatusMove, type StatusStep } from './known-states';
import { count } from './status-tally';
import type { Commitment } from './records';

/** By month and status, how many commitments more or fewer have it from that month on. */
export type MonthChanges = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** Key of all commitments, whatever their plan; no document has such an id. */
export const ALL_PLANS = '*';

const NOTHING: MonthChanges = new Map();

interface Counted {
  readonly keys: readonly string[];
  readonly steps: readonly StatusStep[];
}

/** Statuses over time by plan, kept up to date commitment by commitment. */
export class ProgressIndex {
  private readonly changes = new Map<string, Map<number, Map<string, number>>>();
  private readonly steps = new Map<string, readonly StatusStep[]>();
  private readonly counted = new Map<string, Counted>();

  constructor(private readonly timeZone: string) {}

  /** Changes by month of a plan by its id; of commitments without one by the empty text. */
  of(planId: string): MonthChanges {
    return this.changes.get(planId) ?? NOTHING;
  }

  /** The history of some commitments, whole. */
  setHistory(ids: Iterable<string>, moves: readonly StatusMove[]): void {
    const byCommitment = new Map<string, StatusMove[]>();
    for (const move of moves) {
      const known = byCommitment.get(move.commitmentId);
      if (known) known.push(move);
      else byCommitment.set(move.commitmentId, [move]);
    }
    for (const id of new Set([...ids, ...byCommitment.keys()])) {
      const steps = stepsOf(byCommitment.get(id) ?? [], this.timeZone);
      if (steps.length > 0) this.steps.set(id, steps);
      else this.steps.delete(id);
      const counted = this.counted.get(id);
      if (counted) this.recount(id, counted.keys);
    }
  }

  /** Takes a commitment in, or what has become of it. */
  add({ id, planId }: Pick<Commitment, 'id' | 'planId'>): void {
    this.recount(id, [planId ?? '', ALL_PLANS]);
  }

  remove(id: string): void {
    this.recount(id, []);
  }

  private recount(id: string, keys: readonly string[]): void {
    const before = this.counted.get(id);
    if (before) this.note(before, -1);
    if (keys.length === 0) {
      this.counted.delete(id);
      return;
    }
    const counted = { keys, steps: this.steps.get(id) ?? [] };
    this.counted.set(id, counted);
    this.note(counted, 1);
  }

  private note({ keys, steps }: Counted, by: 1 | -1): void {
    for (const key of keys) {
      let months = this.changes.get(key);
      if (!months) this.changes.set(key, (months = new Map()));
      for (const [index, { month, status }] of steps.entries()) {
        let statuses = months.get(month);
        if (!statuses) months.set(month, (statuses = new Map()));
        count(statuses, status, by);
        const last = steps[index - 1];
        if (last) count(statuses, last.status, by === 1 ? -1 : 1);
        if (statuses.size === 0) months.delete(month);
      }
      if (months.size === 0) this.changes.delete(key);
    }
  }
}
