/** A row of the status history. */
export interface Move {
  readonly id: number;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly workflow: string;
  readonly transition: string;
  readonly from_state: string | null;
  readonly to_state: string;
  readonly version: number;
  readonly actor_label: string | null;
  readonly reason: string | null;
  readonly at: number | string | Date;
  readonly as_of: string | null;
  readonly as_of_precision: string | null;
}

export const MOVE_COLUMNS = [
  'h.id',
  'h.subject_type',
  'h.subject_id',
  'h.workflow',
  'h.transition',
  'h.from_state',
  'h.to_state',
  'h.version',
  'h.actor_label',
  'h.reason',
  'h.at',
  'h.as_of',
  'h.as_of_precision',
];
