import type { ImportMapping } from '../mapping/declaration';
import type { OpenedSource } from '../source/source';
import type { ImportRules } from './rules';

export interface PlanSettings {
  readonly mapping: ImportMapping;
  readonly sources: readonly OpenedSource[];
  /** Of localized attributes whose column names no language. */
  readonly locale: string;
  /** Whether nobody has said which language that is. */
  readonly isLocaleAssumed: boolean;
  readonly rules: ImportRules;
  /** Whether states may come with days of the past, and with a history. */
  readonly mayRecordHistory: boolean;
}
