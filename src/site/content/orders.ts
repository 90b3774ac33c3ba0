import type { ListedReport, Milestone } from './records';
import type { Comparison } from './sorted-list';

/** The same in every language: these are codes. */
const byText = new Intl.Collator('und', { numeric: true });

/** Equal for the collator is not the same: `a-1` and `a1`. */
export const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  byText.compare(one.id, other.id) || (one.id < other.id ? -1 : Number(one.id > other.id));

/** By the editors' order, then by code in natural order: 2.2.10 after 2.2.9. */
export const inOrder: Comparison<Pick<Milestone, 'order' | 'code' | 'id'>> = (one, other) =>
  numberOf(one) - numberOf(other) ||
  byText.compare(one.code ?? '\uffff', other.code ?? '\uffff') ||
  byId(one, other);

/** Finite: two infinities have no difference. */
const numberOf = ({ order }: Pick<Milestone, 'order'>): number => order ?? Number.MAX_SAFE_INTEGER;

/** By deadline, the earliest first. */
export const byDeadline: Comparison<Pick<Milestone, 'timeframe' | 'order' | 'code' | 'id'>> = (
  one,
  other,
) => {
  const [end, otherEnd] = [one.timeframe.endDate ?? '', other.timeframe.endDate ?? ''];
  return end === otherEnd ? inOrder(one, other) : end < otherEnd ? -1 : 1;
};

/** Dated ones first, the latest before the others; undated ones by their last change. */
export const latestReportFirst: Comparison<Pick<ListedReport, 'id' | 'publishedOn' | 'updatedAt'>> = (
  one,
  other,
) => {
  const [day, otherDay] = [one.publishedOn ?? '', other.publishedOn ?? ''];
  if (day !== otherDay) return day > otherDay ? -1 : 1;
  const [time, otherTime] = day === '' ? [one.updatedAt, other.updatedAt] : ['', ''];
  return time === otherTime ? byId(one, other) : time > otherTime ? -1 : 1;
};
