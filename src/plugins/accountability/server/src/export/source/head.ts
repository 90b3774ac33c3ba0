import type { ExportHead, ExportJob } from '../worker/export-job';
import type { Snapshot } from './connection';
import { toMilliseconds } from './values';

type HeadJob = Pick<ExportJob, 'count' | 'change' | 'known' | 'difference'>;

/** Row count and revision of an export, read from its snapshot before the rows. */
export async function readHead(snapshot: Snapshot, job: HeadJob): Promise<ExportHead> {
  const { change } = job;
  const [latest] = await snapshot.query(change.text, change.values);
  const sequence = Number(latest?.[0] ?? 0);
  const modified = toMilliseconds(latest?.[1]) ?? 0;
  return { total: await readTotal(snapshot, job, sequence), sequence, modified };
}

/** Counting reads every document, so a cached count is preferred, or its difference since. */
async function readTotal(
  snapshot: Snapshot,
  { count, known, difference }: HeadJob,
  sequence: number,
): Promise<number> {
  if (known?.sequence === sequence) return known.total;
  if (known && difference && known.sequence < sequence) {
    const [changed] = await snapshot.query(difference.text, [known.sequence]);
    return known.total + Number(changed?.[0] ?? 0);
  }
  const [counted] = await snapshot.query(count.text, count.values);
  return Number(counted?.[0] ?? 0);
}
