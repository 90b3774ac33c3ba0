import type { ExportHead, ExportJob } from '../worker/export-job';
import type { Snapshot } from './connection';
import { toMilliseconds } from './values';

/** What a snapshot tells of an export before its rows: how many there are, and which revision they show. */
export async function readHead(
  snapshot: Snapshot,
  { count, change, known }: Pick<ExportJob, 'count' | 'change' | 'known'>,
): Promise<ExportHead> {
  const [latest] = await snapshot.query(change.text, change.values);
  const sequence = Number(latest?.[0] ?? 0);
  const modified = toMilliseconds(latest?.[1]) ?? 0;
  if (known?.sequence === sequence) return { total: known.total, sequence, modified };
  const [counted] = await snapshot.query(count.text, count.values);
  return { total: Number(counted?.[0] ?? 0), sequence, modified };
}
